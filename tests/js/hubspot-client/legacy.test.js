import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import Hubspot from "hubspot";
import { ask, Hub } from "./hub.js";
import { legacyContacts } from "./legacy-contacts.js";
import { legacyCompanies } from "./legacy-companies.js";

// The client from before version 3, which older calling apps still use, against the program. Needs a build.

const hub = new Hub();
before(() => hub.start());
after(() => hub.stop());

const nora = 101;
const harbor = 9001;

/** The old client in a portal of its own, and the new one for what the old one has no call for. */
async function newClient() {
  const { accessToken, ...portal } = await hub.newClient();
  return { ...portal, hubspot: new Hubspot({ accessToken, baseUrl: hub.url }) };
}

legacyContacts(newClient);
legacyCompanies(newClient);

test("an engagement goes round: made, changed, listed by record and by change, deleted", async () => {
  const { portalId, client, hubspot } = await newClient();

  const made = await hubspot.engagements.create({
    engagement: { active: true, ownerId: 41180023, type: "CALL", timestamp: 1770091506789 },
    associations: { contactIds: [nora], companyIds: [harbor], dealIds: [], ownerIds: [] },
    metadata: {
      toNumber: "+14155550132",
      fromNumber: "+4930987654",
      status: "COMPLETED",
      durationMilliseconds: 42000,
      body: "Notes",
    },
  });
  const { id } = made.engagement;
  assert.equal(made.engagement.portalId, portalId);
  assert.deepEqual(made.associations.contactIds, [nora]);

  const changed = await hubspot.engagements.update(id, { metadata: { body: "Better notes" } });
  assert.equal(changed.metadata.body, "Better notes");
  assert.equal(changed.metadata.durationMilliseconds, 42000);
  // An old Ruby client puts where others patch.
  const put = await ask(client, "PUT", `/engagements/v1/engagements/${id}`, 200, { metadata: { title: "Call" } });
  assert.equal(put.metadata.title, "Call");

  const associated = await hubspot.engagements.getAssociated("CONTACT", nora, { limit: 10 });
  assert.ok(associated.results.some(({ engagement }) => engagement.id === id));
  const recent = await hubspot.engagements.getRecentlyModified({ count: 1, since: 1770091506789 });
  assert.deepEqual(recent.results, [put]);
  const all = await hubspot.engagements.get({ limit: 250 });
  assert.equal(all.results.length, recent.total);

  const { results } = await hub.control("GET", `/portals/${portalId}/engagements`);
  assert.deepEqual(
    results.map(({ engagementId, sources }) => ({ engagementId, sources })),
    [{ engagementId: id, sources: ["REST"] }],
  );
  await ask(client, "DELETE", `/engagements/v1/engagements/${id}`, 204);
  assert.equal((await ask(client, "GET", `/engagements/v1/engagements/${id}`, 404)).message, "resource not found");
});

test("an engagement is linked and unlinked", async () => {
  const { client, hubspot } = await newClient();
  const { engagement } = await hubspot.engagements.create({ engagement: { type: "NOTE" }, metadata: { body: "x" } });
  const path = `/engagements/v1/engagements/${engagement.id}`;
  await ask(client, "PUT", `${path}/associations/COMPANY/${harbor}`, 204);
  assert.deepEqual((await ask(client, "GET", path, 200)).associations.companyIds, [harbor]);
  await ask(client, "DELETE", `${path}/associations/COMPANY/${harbor}`, 204);
  assert.deepEqual((await ask(client, "GET", path, 200)).associations.companyIds, []);
});

test("an engagement that cannot be is refused in HubSpot's words", async () => {
  const { client, hubspot } = await newClient();
  const root = "/engagements/v1/engagements";
  await assert.rejects(
    hubspot.engagements.create({ engagement: { type: "FAKE_TYPE" }, metadata: {} }),
    (reason) =>
      reason.statusCode === 400 && reason.error.message === "Invalid enum constant 'FAKE_TYPE' for class ObjectType",
  );
  const { engagement } = await hubspot.engagements.create({ engagement: { type: "CALL" }, metadata: {} });
  const wrong = { metadata: { status: "SPOKEN" } };
  for (const method of ["PATCH", "PUT"]) {
    assert.equal((await ask(client, method, `${root}/${engagement.id}`, 400, wrong)).errors[0].code, "INVALID_OPTION");
    assert.equal((await ask(client, method, `${root}/17`, 404, wrong)).message, "resource not found");
  }

  await ask(client, "DELETE", `${root}/17`, 404);
  for (const method of ["PUT", "DELETE"]) {
    await ask(client, method, `${root}/17/associations/CONTACT/${nora}`, 404);
    await ask(client, method, `${root}/${engagement.id}/associations/FAKE_TYPE/${nora}`, 400);
  }

  for (const path of ["paged?limit=x", "recent/modified?since=x", "associated/FAKE_TYPE/1/paged"])
    await ask(client, "GET", `${root}/${path}`, 400);
});

test("outcomes and owners are bare arrays", async () => {
  const { hubspot } = await newClient();
  assert.deepEqual(
    (await hubspot.engagements.getCallDispositions()).map(({ label }) => label),
    ["Busy", "Connected", "Left live message", "Left voicemail", "No answer", "Wrong number"],
  );
  const owners = await hubspot.owners.get({ email: "robin.vega@mockportal.example" });
  assert.deepEqual(
    owners.map(({ ownerId }) => ownerId),
    [41180023],
  );
});

test("a client without a token is refused everywhere", async () => {
  const hubspot = new Hubspot({ accessToken: "unknown", baseUrl: hub.url });
  await assert.rejects(
    hubspot.engagements.get(),
    (reason) => reason.statusCode === 401 && reason.error.category === "INVALID_AUTHENTICATION",
  );
  await hub.strangers((route) => route.isLegacy);
});

test("every old route was driven into every answer it has", () => {
  assert.deepEqual(
    hub.wire.missed((route) => route.isLegacy),
    [],
  );
});
