import { expect, press, test, widget } from "./portal";

test("a caller is recognised, and the call is on the contact's timeline", async ({ page, portal }) => {
  await portal.settings({ supportsInboundCalling: true, usesCallingWindow: false });
  await page.goto(portal.record("0-1", 101));
  await page.getByTestId("remote-button").click();
  await widget(page).getByLabel("Number of the caller").fill("+14155550132");
  await press(page, "Simulate inbound call");

  await portal.expect({
    messages: [
      { type: "INCOMING_CALL", data: { fromNumber: "+14155550132" } },
      { type: "CALLER_ID_MATCH_SUCCEEDED" },
    ],
    never: [{ type: "CALLER_ID_MATCH_FAILED" }],
  });
  await expect(page.getByTestId("call-status")).toHaveAttribute("data-state", "ringing");

  await press(page, "Accept");
  await expect(page.getByTestId("call-status")).toHaveAttribute("data-state", "in-progress");
  await press(page, "Hang up");
  await press(page, "Complete");

  await expect(page.getByTestId("timeline-call")).toHaveCount(1);
  const { results } = await portal.get("/calls");
  expect(results).toMatchObject([{ direction: "INBOUND", state: "completed", fromNumber: "+14155550132" }]);
});
