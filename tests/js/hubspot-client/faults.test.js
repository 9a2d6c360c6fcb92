import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "@hubspot/api-client";
import { failure } from "./hub.js";
import { PortalProcess } from "./portal-process.js";

// HubSpot's official client against a REST API that fails on demand: what it retries, and what it tells the app. Every way
// there is to fail is met, or the last test says which is not. Needs a build.

/** @type {PortalProcess} */
let process;

before(async () => {
  process = await PortalProcess.start();
});
after(() => process?.stop());

const properties = { hs_timestamp: "1770091506789" };
const contacts = "/crm/v3/objects/contacts*";

/** Rules that were in force, each with a question for how often it hit. */
const provoked = [];

/** Asks for rules; the answer as it comes. */
async function putFaults(portalId, faults) {
  const body = JSON.stringify(faults);
  const options = { method: "PUT", headers: { "content-type": "application/json" }, body };
  const answer = await fetch(`${process.url}/api/portals/${portalId}/faults`, options);
  return { status: answer.status, body: await answer.json() };
}

/** A client in a portal where this goes wrong. */
async function hubWith(rule, options = {}) {
  const { portalId, accessToken } = await process.createPortal();
  const { status, body } = await putFaults(portalId, { seed: 7, rules: [{ fault: "rest", ...rule }] });
  assert.equal(status, 200, JSON.stringify(body));
  const faults = `${process.url}/api/portals/${portalId}/faults`;
  const hits = async () => (await (await fetch(faults)).json()).rules[0].hits;
  provoked.push({ rule, hits });
  return { accessToken, client: new Client({ accessToken, basePath: process.url, ...options }), hits };
}

for (const status of [401, 403, 404, 409, 423, 429, 500, 502, 503, 504, 599]) {
  test(`an app hears of ${status} as it would from HubSpot`, async () => {
    const { client } = await hubWith({ path: contacts, status });
    const body = await failure(client.crm.contacts.basicApi.getById("101"), status);
    assert.equal(body.status, "error");
    assert.equal((await client.crm.companies.basicApi.getById("9001")).id, "9001", "another route works");
  });
}

test("the text of an error can be the test's own", async () => {
  const { client } = await hubWith({ path: contacts, status: 403, message: "Not on a Sunday." });
  const body = await failure(client.crm.contacts.basicApi.getById("101"), 403);
  assert.equal(body.message, "Not on a Sunday.");
});

test("a server error is tried again", async () => {
  const { client, hits } = await hubWith({ status: 503, first: 2 }, { numberOfApiCallRetries: 3 });
  assert.equal((await client.crm.contacts.basicApi.getById("101")).id, "101");
  assert.equal(await hits(), 2);
});

test("a limit of a second is waited for", async () => {
  const { client } = await hubWith({ status: 429, policy: "SECONDLY", nth: 1 }, { numberOfApiCallRetries: 2 });
  assert.equal((await client.crm.contacts.basicApi.getById("101")).id, "101");
});

for (const [policyName, retries] of [["TEN_SECONDLY_ROLLING", 0], ["DAILY", 2]]) {
  test(`an app hears of the limit ${policyName}`, async () => {
    const { client, hits } = await hubWith({ status: 429, policy: policyName }, { numberOfApiCallRetries: retries });
    assert.deepEqual(await failure(client.crm.contacts.basicApi.getById("101"), 429), {
      status: "error",
      message: `You have reached your ${policyName.toLowerCase()} limit.`,
      errorType: "RATE_LIMIT",
      policyName,
    });
    assert.equal(await hits(), 1, "a daily limit is not waited for");
  });
}

test("an answer that is cut off fails, and what it was about is done", async () => {
  const { client } = await hubWith({ method: "POST", path: "/crm/v3/objects/calls", cutOff: true });
  await assert.rejects(client.crm.objects.calls.basicApi.create({ properties, associations: [] }));
  assert.equal((await client.crm.objects.calls.basicApi.getPage()).results.length, 1);
});

test("the half of an answer that is cut off arrives", async () => {
  const { accessToken } = await hubWith({ cutOff: true });
  const options = { headers: { authorization: `Bearer ${accessToken}` } };
  for (let time = 0; time < 20; time++) {
    const answer = await fetch(`${process.url}/crm/v3/objects/contacts/101`, options);
    assert.equal(answer.status, 200);
    const reader = answer.body.getReader();
    assert.match(new TextDecoder().decode((await reader.read()).value), /^{"id":"101",.*[^}]$/);
    await assert.rejects(reader.read(), TypeError);
  }
});

test("a slow answer comes late", async () => {
  const { client } = await hubWith({ method: "GET", delay: "400ms" });
  const begun = performance.now();
  await client.crm.contacts.basicApi.getById("101");
  assert.ok(performance.now() - begun >= 400);
});

test("chance is the same in every run", async () => {
  const runs = [];
  for (let run = 0; run < 2; run++) {
    const { client } = await hubWith({ status: 503, probability: 0.4 });
    const ask = () => client.crm.contacts.basicApi.getById("101").then(
      () => ".",
      (error) => (error.code === 503 ? "X" : assert.fail(error)),
    );
    let met = "";
    for (let time = 0; time < 24; time++) met += await ask();
    runs.push(met);
  }
  assert.equal(runs[0], runs[1]);
  assert.match(runs[0], /X.*\..*X|\..*X.*\./);
});

test("every way a request can fail was met", async () => {
  // The portal itself says what there is, when it is asked for what there is not.
  const { portalId } = await process.createPortal();
  const rest = { fault: "rest" };
  const { status, body } = await putFaults(portalId, {
    rules: [{ ...rest, mode: "?" }, { ...rest, status: 1 }, { ...rest, status: 429, policy: "?" }],
  });
  assert.equal(status, 400);
  const fields = listed(body.errors["rules[0].mode"][0], "it takes ");
  const statuses = body.errors["rules[1].status"][0].split("allowed: ")[1].match(/\d+/g);
  const policies = listed(body.errors["rules[2].policy"][0], "allowed: ");
  assert.ok(fields.length > 5 && statuses.length > 5 && policies.length > 1, JSON.stringify(body.errors));

  const hit = [];
  for (const { rule, hits } of provoked) if ((await hits()) > 0) hit.push(rule);
  const unmet = (all, met) => all.filter((one) => !met.includes(one));
  assert.deepEqual(unmet(fields, hit.flatMap(Object.keys)), []);
  assert.deepEqual(unmet(statuses, hit.map((rule) => String(rule.status))), []);
  assert.deepEqual(unmet(policies, hit.map((rule) => rule.policy)), []);
});

/** The values of `… it takes one, another.` */
function listed(refusal, before) {
  return refusal.split(before)[1].replace(/\.$/, "").split(", ");
}
