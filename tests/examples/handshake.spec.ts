import { call, expect, test } from "./portal";

test("a widget that does not answer fails with the likely cause", async ({ page, portal }) => {
  await portal.settings({ name: "Broken app", url: "http://127.0.0.1:1/" });
  // HubSpot waits 30 s; the clock of the page need not.
  await page.clock.install();
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await expect(page.getByTestId("call-widget")).not.toHaveAttribute("data-state", "absent");
  await page.clock.fastForward("00:31");

  await expect(page.getByTestId("call-widget")).toHaveAttribute("data-state", "failed");
  await expect(page.getByTestId("call-widget")).toContainText("nothing listens");
  await expect(page.getByRole("button", { name: "Retry" })).toBeVisible();
});
