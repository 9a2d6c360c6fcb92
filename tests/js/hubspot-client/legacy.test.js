import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import Hubspot from "hubspot";
import { PortalProcess } from "./portal-process.js";

// The client from before version 3, which older calling apps still use, against the program. Needs a build.

/** @type {PortalProcess} */
let process;

before(async () => {
  process = await PortalProcess.start();
});
after(() => process?.stop());

const nora = 101;
const harbor = 9001;

test("an engagement goes round: made, changed, listed by record and by change", async () => {
  const { portalId, accessToken } = await process.createPortal();
  const hubspot = new Hubspot({ accessToken, baseUrl: process.url });

  const made = await hubspot.engagements.create({
    engagement: { active: true, ownerId: 41180023, type: "CALL", timestamp: 1770091506789 },
    associations: { contactIds: [nora], companyIds: [harbor], dealIds: [], ownerIds: [] },
    metadata: { toNumber: "+14155550132", fromNumber: "+4930987654", status: "COMPLETED", durationMilliseconds: 42000, body: "Notes" },
  });
  assert.equal(made.engagement.portalId, portalId);
  assert.deepEqual(made.associations.contactIds, [nora]);

  const changed = await hubspot.engagements.update(made.engagement.id, { metadata: { body: "Better notes" } });
  assert.equal(changed.metadata.body, "Better notes");
  assert.equal(changed.metadata.durationMilliseconds, 42000);

  const associated = await hubspot.engagements.getAssociated("CONTACT", nora, { limit: 10 });
  assert.ok(associated.results.some(({ engagement }) => engagement.id === made.engagement.id));
  const recent = await hubspot.engagements.getRecentlyModified({ count: 1, since: 1770091506789 });
  assert.deepEqual(recent.results, [changed]);
  const all = await hubspot.engagements.get({ limit: 250 });
  assert.equal(all.results.length, recent.total);

  const history = await (await fetch(`${process.url}/api/portals/${portalId}/engagements`)).json();
  assert.deepEqual(history.results.map(({ engagementId, sources }) => ({ engagementId, sources })), [
    { engagementId: made.engagement.id, sources: ["REST"] },
  ]);
});

test("outcomes and owners are bare arrays", async () => {
  const { accessToken } = await process.createPortal();
  const hubspot = new Hubspot({ accessToken, baseUrl: process.url });

  assert.deepEqual((await hubspot.engagements.getCallDispositions()).map(({ label }) => label),
    ["Busy", "Connected", "Left live message", "Left voicemail", "No answer", "Wrong number"]);
  assert.deepEqual((await hubspot.owners.get({ email: "robin.vega@mockportal.example" })).map(({ ownerId }) => ownerId), [41180023]);
});

test("an engagement of no type, and a client without a token, are refused in HubSpot's words", async () => {
  const { accessToken } = await process.createPortal();

  await assert.rejects(
    new Hubspot({ accessToken, baseUrl: process.url }).engagements.create({ engagement: { type: "FAKE_TYPE" }, metadata: {} }),
    (reason) => reason.statusCode === 400 && reason.error.message === "Invalid enum constant 'FAKE_TYPE' for class ObjectType");
  await assert.rejects(
    new Hubspot({ accessToken: "unknown", baseUrl: process.url }).engagements.get(),
    (reason) => reason.statusCode === 401 && reason.error.category === "INVALID_AUTHENTICATION");
});
