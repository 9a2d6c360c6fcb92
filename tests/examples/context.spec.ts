import { call, expect, test, widget } from "./portal";

test("the widget knows the portal, the user and where it is", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await portal.expect({ messages: [{ type: "SYNC", payload: { portalId: portal.id, iframeLocation: "widget" } }] });

  await widget(page).getByRole("tab", { name: "Tools" }).click();
  await expect(widget(page).getByTestId("facts")).toContainText(`${portal.id}`);
});

test("a host that does not say where the widget is", async ({ page, portal }) => {
  await page.addInitScript(() => localStorage.setItem("LocalSettings:Calling:supportsRemote", "false"));
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await portal.expect({ messages: [{ type: "SYNC", payload: { iframeLocation: null, usesCallingWindow: null } }] });

  await widget(page).getByRole("button", { name: "Answer" }).click();
  await expect(page.getByTestId("call-status")).toHaveAttribute("data-state", "in-progress");
});

test("an app is found under the older name of the browser's setting as well", async ({ page, portal }) => {
  const key = "LocalSettings:Sales:CallingExtensions";
  await page.addInitScript(([name, value]) => localStorage.setItem(name, value), [key, JSON.stringify({ name: "My app" })]);
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await expect(page.getByTestId("call-widget").getByRole("heading").first()).toHaveText("My app");
});
