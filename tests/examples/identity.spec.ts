import { test } from "./portal";

test("from a deal, objectId is the deal and calleeInfo is who is called", async ({ page, portal }) => {
  await page.goto(portal.record("0-3", 5101));
  const after = await portal.act({
    action: "dial",
    record: { objectTypeId: "0-3", objectId: 5101 },
    waitForPage: "10s",
  });

  await portal.expect({
    after,
    messages: [{
      type: "DIAL_NUMBER",
      data: { objectId: 5101, objectType: "DEAL", calleeInfo: { calleeId: 101, calleeObjectTypeId: "0-1" } },
    }],
  });
});

test("a number that was typed comes without a record", async ({ page, portal }) => {
  await page.goto(portal.record("0-1", 101));
  const after = await portal.act({ action: "dial", number: "+15005550199", waitForPage: "10s" });

  await portal.expect({
    after,
    messages: [{ type: "DIAL_NUMBER", data: { objectId: 0, objectType: null, phoneNumber: "+15005550199" } }],
  });
});
