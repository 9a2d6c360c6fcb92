import { call, expect, press, test, widget } from "./portal";

const number = "+493055512345";

test.use({
  seed: {
    contacts: [{ id: 7, properties: { firstname: "Ada", phone: number } }],
    widget: { supportsInboundCalling: true, usesCallingWindow: false },
  },
});

test("one call out, one in, and one that HubSpot cannot log", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 7));

  // The user clicks, the widget calls.
  await call(page);
  await press(page, "Answer");
  await press(page, "Hang up");
  await press(page, "Complete");
  let after = await portal.expect({
    messages: [
      { type: "DIAL_NUMBER", data: { objectId: 7, phoneNumber: number } },
      { type: "OUTGOING_CALL_STARTED", data: { createEngagement: true } },
      { type: "CALL_ENDED", data: { callEndStatus: "COMPLETED" } },
      { type: "CALL_COMPLETED" },
    ],
    never: [{ type: "ERROR" }],
  });
  await expect(page.getByTestId("call-widget")).toHaveAttribute("data-visibility", "hidden");

  // Ada calls back, and the host knows her.
  await page.getByTestId("remote-button").click();
  await widget(page).getByLabel("Number of the caller").fill(number);
  await press(page, "Simulate inbound call");
  await press(page, "Accept");
  await press(page, "Hang up");
  await press(page, "Complete");
  after = await portal.expect({
    after,
    messages: [
      { type: "INCOMING_CALL", data: { fromNumber: number } },
      { type: "CALLER_ID_MATCH_SUCCEEDED" },
      { type: "CALL_COMPLETED" },
    ],
  });
  await expect(page.getByTestId("call-widget")).toHaveAttribute("data-visibility", "hidden");

  // HubSpot fails, and the user of the widget hears of it.
  await portal.faults({ fault: "fail", request: "CREATE_ENGAGEMENT", message: "No space left." });
  await call(page);
  await expect(widget(page).getByTestId("notice")).toContainText("No space left.");
  await press(page, "Hang up");
  await press(page, "Complete");
  await portal.expect({ after, messages: [{ type: "CREATE_ENGAGEMENT_FAILED" }, { type: "CALL_COMPLETED" }] });

  const { results } = await portal.get("/engagements");
  expect(results).toMatchObject([{ direction: "INBOUND" }, { direction: "OUTBOUND" }]);
});
