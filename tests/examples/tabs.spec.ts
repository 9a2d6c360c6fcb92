import { expect, press, test, widget } from "./portal";

test("a call in the calling window goes on while the user goes from record to record", async ({ page, context, portal }) => {
  await portal.settings({ supportsInboundCalling: true });
  await page.goto(portal.record("0-1", 101));
  const [window] = await Promise.all([context.waitForEvent("page"), page.getByTestId("remote-button").click()]);
  await widget(window).getByLabel("Number of the caller").fill("+14155550132");
  await press(window, "Simulate inbound call");
  await press(window, "Accept");

  for (const record of [portal.record("0-2", 9001), portal.record("0-3", 5101)]) {
    await page.goto(record);
    await expect(page.getByTestId("call-status")).toHaveAttribute("data-state", "in-progress");
  }

  await page.getByRole("button", { name: "End call" }).first().click();
  await press(window, "Complete");
  await expect(page.getByTestId("call-status")).toHaveAttribute("data-state", "idle");
  const { results } = await portal.get("/calls");
  expect(results).toMatchObject([{ state: "completed", endStatus: "COMPLETED" }]);
});
