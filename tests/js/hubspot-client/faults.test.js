import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "@hubspot/api-client";
import { failure } from "./hub.js";
import { PortalProcess } from "./portal-process.js";

// HubSpot's official client against a REST API that fails on demand: what it retries, and what it tells the app.
// Needs a build.

/** @type {PortalProcess} */
let process;

before(async () => {
  process = await PortalProcess.start();
});
after(() => process?.stop());

const properties = { hs_timestamp: "1770091506789" };

/** A client in a portal where this goes wrong. */
async function hubWith(rule, options = {}) {
  const { portalId, accessToken } = await process.createPortal();
  const faults = `${process.url}/api/portals/${portalId}/faults`;
  const answer = await fetch(faults, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ rules: [{ fault: "rest", ...rule }] }),
  });
  assert.equal(answer.status, 200, await answer.text());
  return {
    client: new Client({ accessToken, basePath: process.url, ...options }),
    hits: async () => (await (await fetch(faults)).json()).rules[0].hits,
  };
}

for (const status of [401, 403, 404, 409, 423, 429, 500, 502, 503, 504]) {
  test(`an app hears of ${status} as it would from HubSpot`, async () => {
    const { client } = await hubWith({ path: "/crm/v3/objects/contacts*", status });
    const body = await failure(client.crm.contacts.basicApi.getById("101"), status);
    assert.equal(body.status, "error");
    assert.equal((await client.crm.companies.basicApi.getById("9001")).id, "9001", "another route works");
  });
}

test("a server error is tried again", async () => {
  const { client, hits } = await hubWith({ status: 503, first: 2 }, { numberOfApiCallRetries: 3 });
  assert.equal((await client.crm.contacts.basicApi.getById("101")).id, "101");
  assert.equal(await hits(), 2);
});

test("a limit of a second is waited for, a daily one is not", async () => {
  const second = await hubWith({ status: 429, nth: 1 }, { numberOfApiCallRetries: 2 });
  assert.equal((await second.client.crm.contacts.basicApi.getById("101")).id, "101");
  const day = await hubWith({ status: 429, policy: "DAILY", nth: 1 }, { numberOfApiCallRetries: 2 });
  assert.equal((await failure(day.client.crm.contacts.basicApi.getById("101"), 429)).policyName, "DAILY");
});

test("an answer that is cut off fails, and what it was about is done", async () => {
  const { client } = await hubWith({ method: "POST", path: "/crm/v3/objects/calls", cutOff: true });
  await assert.rejects(client.crm.objects.calls.basicApi.create({ properties, associations: [] }));
  assert.equal((await client.crm.objects.calls.basicApi.getPage()).results.length, 1);
});

test("a slow answer comes late", async () => {
  const { client } = await hubWith({ method: "GET", delay: "400ms" });
  const begun = performance.now();
  await client.crm.contacts.basicApi.getById("101");
  assert.ok(performance.now() - begun >= 400);
});
