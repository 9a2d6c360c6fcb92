import { call, expect, press, test, widget } from "./portal";

test("a message that no SDK knows is noticed", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await expect(widget(page).getByRole("button", { name: "Answer" })).toBeVisible();
  // What an app does that goes past its SDK.
  await widget(page).locator("body").evaluate(() => parent.postMessage({ type: "CALL_FINISHED" }, "*"));

  const { warnings } = await portal.get("/messages/wait?type=CALL_FINISHED");
  expect(warnings).toMatchObject([{ code: "unknown-type" }]);
});

test("a call by the book has no warning", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await press(page, "Answer");
  await press(page, "Hang up");
  await press(page, "Complete");

  await portal.expect({ messages: [{ type: "CALL_COMPLETED" }] });
  expect((await portal.get("/calls?q=warning:*")).results).toEqual([]);
});
