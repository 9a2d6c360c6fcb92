import { call, expect, press, test, widget } from "./portal";

test("a call is dialled, answered, ended and logged", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 101));
  await call(page);
  await press(page, "Answer");
  await press(page, "Hang up");
  await widget(page).getByLabel("Notes").fill("Wants a quote");
  await press(page, "Complete");

  await portal.expect({
    messages: [
      { type: "DIAL_NUMBER", data: { objectId: 101, objectType: "CONTACT", phoneNumber: "+14155550132" } },
      { type: "OUTGOING_CALL_STARTED", data: { createEngagement: true } },
      { type: "CALL_ANSWERED" },
      { type: "CALL_ENDED", data: { callEndStatus: "COMPLETED" } },
      { type: "CALL_COMPLETED" },
    ],
    never: [{ type: "ERROR" }],
  });
  await expect(page.getByTestId("timeline-call")).toContainText("Wants a quote");
  const { results } = await portal.get("/engagements");
  expect(results).toMatchObject([{ sources: ["HOST"], known: true, status: "COMPLETED", toNumber: "+14155550132" }]);
});
