import { expect, test } from "./portal";

const engagement = {
  properties: {
    hs_timestamp: "1770091506789",
    hs_call_external_id: "c-1",
    hs_call_external_account_id: "account-1",
    hs_call_app_id: "1234567",
    hs_call_source: "INTEGRATIONS_PLATFORM",
  },
};

test("a recording is taken when the call says whose it is", async ({ portal }) => {
  const { id } = await (await portal.rest("POST", "/crm/v3/objects/calls", engagement)).json();

  const ready = await portal.rest("POST", "/crm/v3/extensions/calling/recordings/ready", { engagementId: Number(id) });

  expect(ready.status()).toBe(204);
});

test("without these properties HubSpot names those that are missing", async ({ portal }) => {
  const call = { properties: { hs_timestamp: "1770091506789" } };
  const { id } = await (await portal.rest("POST", "/crm/v3/objects/calls", call)).json();

  const refused = await portal.rest("POST", "/crm/v3/extensions/calling/recordings/ready", { engagementId: Number(id) });

  expect(refused.status()).toBe(400);
  expect((await refused.json()).context.properties).toContain("hs_call_external_id");
});
