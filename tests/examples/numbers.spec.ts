import { call, expect, press, test, widget } from "./portal";

const switchboard = "+1 646-555-0110";

test.use({
  seed: {
    contacts: [
      { id: 7, properties: { firstname: "Ada", phone: `${switchboard} ext. 7` } },
      { id: 8, properties: { firstname: "Grace", phone: `${switchboard} x8` } },
    ],
    widget: { supportsInboundCalling: true, usesCallingWindow: false },
  },
});

test("a number is dialled as it stands on the record, extension and all", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 7));
  await call(page);
  await portal.expect({ messages: [{ type: "DIAL_NUMBER", data: { phoneNumber: `${switchboard} ext. 7`, countryCode: "US" } }] });
});

test("two people behind one switchboard are told by their extensions", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 7));
  await page.getByTestId("remote-button").click();
  await widget(page).getByLabel("Number of the caller").fill("+16465550110;ext=8");
  await press(page, "Simulate inbound call");
  const { payload } = await portal.get("/messages/wait?type=CALLER_ID_MATCH_SUCCEEDED");
  expect(payload.data.callerIdMatches).toMatchObject([{ firstName: "Grace" }]);
});
