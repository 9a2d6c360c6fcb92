import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client } from "@hubspot/api-client";
import { defined, failure } from "./hub.js";
import { PortalProcess } from "./portal-process.js";

// HubSpot's official client against the routes around records: the calling extension, links, properties, the account and
// its tokens. It throws on every status but the one it expects. Needs a build.

/** @type {PortalProcess} */
let process;

before(async () => {
  process = await PortalProcess.start();
});
after(() => process?.stop());

async function newClient() {
  const { portalId, accessToken, developerApiKey } = await process.createPortal();
  return { portalId, client: new Client({ accessToken, developerApiKey, basePath: process.url }) };
}

async function newCall(client) {
  const call = await client.crm.objects.calls.basicApi.create({ properties: { hs_timestamp: "1770091506789" }, associations: [] });
  return call.id;
}

test("a calling app is registered with the developer key and nothing else", async () => {
  const { client } = await newClient();
  const { settingsApi, recordingSettingsApi, channelConnectionSettingsApi } = client.crm.extensions.calling;

  const made = await settingsApi.create(123, {
    name: "n", url: "https://x.example", width: 400, height: 600, isReady: false, supportsCustomObjects: true,
    supportsInboundCalling: true, usesRemote: true, usesCallingWindow: false,
  });
  assert.ok(made.createdAt instanceof Date);
  assert.equal((await settingsApi.update(123, { isReady: true })).isReady, true);
  assert.equal((await settingsApi.getById(123)).usesCallingWindow, false);

  const url = "https://x.example/%s";
  await recordingSettingsApi.registerUrlFormat(123, { urlToRetrieveAuthedRecording: url });
  await recordingSettingsApi.updateUrlFormat(123, { urlToRetrieveAuthedRecording: url });
  assert.equal((await recordingSettingsApi.getUrlFormat(123)).urlToRetrieveAuthedRecording, url);

  await channelConnectionSettingsApi.create(123, { url: "https://x.example", isReady: true });
  assert.equal((await channelConnectionSettingsApi.update(123, { isReady: false })).isReady, false);
  assert.equal((await channelConnectionSettingsApi.getById(123)).url, "https://x.example");
  await channelConnectionSettingsApi.archive(123);

  await settingsApi.archive(123);
  assert.equal((await failure(settingsApi.getById(123), 404)).message, "resource not found");
  const tokenOnly = new Client({ accessToken: "pat-mock-20260001", basePath: process.url });
  await failure(tokenOnly.crm.extensions.calling.settingsApi.getById(123), 401);
});

test("a recording is ready, and an inbound call is told of by a request of one's own", async () => {
  const { client } = await newClient();
  const call = await client.crm.objects.calls.basicApi.create({ associations: [], properties: {
    hs_timestamp: "1770091506789", hs_call_external_id: "c-1", hs_call_external_account_id: "acc-1", hs_call_app_id: "123",
    hs_call_source: "INTEGRATIONS_PLATFORM",
  } });
  await client.crm.extensions.calling.recordingSettingsApi.markAsReady({ engagementId: Number(call.id) });

  const answer = await client.apiRequest({ method: "POST", path: "/crm/v3/extensions/calling/inbound-call", body: {
    externalCallId: "c-2", createEngagement: false, engagementProperties: {}, finalCallStatus: "MISSED", potentialRecipientUserIds: [],
    fromNumber: { e164Number: "+14155550132", phoneNumberType: "MOBILE" }, toNumber: { e164Number: "+4930987654", phoneNumberType: "VOIP" },
  } });
  assert.equal((await answer.json()).callerIdMatches[0].objectCoordinates.objectId, 101);
});

test("records are linked, read and unlinked, version 4", async () => {
  const { client } = await newClient();
  const id = await newCall(client);
  const { basicApi, batchApi } = client.crm.associations.v4;

  assert.equal((await basicApi.create("calls", id, "contacts", "101", defined(194))).fromObjectTypeId, "0-48");
  await basicApi.createDefault("calls", id, "companies", "9001");
  assert.equal((await basicApi.getPage("contacts", "101", "calls", undefined, 100)).results[0].toObjectId, Number(id));
  await basicApi.archive("calls", id, "contacts", "101");

  // The client writes _from as from.
  const pair = { _from: { id }, to: { id: "204" } };
  await batchApi.create("calls", "contacts", { inputs: [{ ...pair, types: defined(194) }] });
  await batchApi.createDefault("calls", "contacts", { inputs: [pair] });
  const read = await batchApi.getPage("contacts", "calls", { inputs: [{ id: "204" }, { id: "101" }] });
  assert.equal(read.numErrors, 1);
  await batchApi.archiveLabels("calls", "contacts", { inputs: [{ ...pair, types: defined(194) }] });
  await batchApi.archive("calls", "contacts", { inputs: [{ _from: { id }, to: [{ id: "204" }] }] });
  const labels = await client.crm.associations.v4.schema.definitionsApi.getAll("contacts", "companies");
  assert.deepEqual(labels.results.map(({ typeId }) => typeId), [279, 1, 931]);
  const body = await failure(basicApi.create("calls", id, "contacts", "101", defined(193)), 400);
  assert.equal(body.category, "VALIDATION_ERROR");
});

test("records are linked, read and unlinked, version 3", async () => {
  const { client } = await newClient();
  const id = await newCall(client);
  const { batchApi } = client.crm.associations;
  const inputs = [{ _from: { id }, to: { id: "101" }, type: "call_to_contact" }];

  await batchApi.create("calls", "contacts", { inputs });
  assert.equal((await batchApi.read("contacts", "calls", { inputs: [{ id: "101" }] })).results[0].to[0].type, "contact_to_call");
  await batchApi.archive("calls", "contacts", { inputs });
  assert.equal((await client.crm.associations.schema.typesApi.getAll("calls", "contacts")).results[0].id, "194");
});

test("owners, properties, pipelines and users are read", async () => {
  const { client } = await newClient();

  assert.equal((await client.crm.owners.ownersApi.getPage()).results[0].id, "41180023");
  assert.equal((await client.crm.owners.ownersApi.getPage("robin.vega@mockportal.example", undefined, 100, false)).results.length, 1);
  assert.equal((await client.crm.owners.ownersApi.getById(9120457, "userId", false)).userId, 9120457);
  assert.ok((await client.crm.properties.coreApi.getAll("contacts", false, "name,label")).results.length > 20);
  assert.equal((await client.crm.properties.coreApi.getByName("calls", "hs_call_disposition")).options.length, 6);
  assert.equal((await client.settings.users.usersApi.getPage(100)).results[0].id, "9120457");
  assert.equal((await client.settings.users.usersApi.getById("9120457", "USER_ID")).email, "robin.vega@mockportal.example");
  assert.equal((await client.settings.users.teamsApi.getAll()).results[0].name, "Sales");
  assert.equal((await client.crm.pipelines.pipelinesApi.getAll("deals")).results[0].stages.length, 7);
});

test("a property of one's own is made, changed and archived", async () => {
  const { client } = await newClient();
  const { coreApi, groupsApi } = client.crm.properties;

  await coreApi.create("contacts", { name: "p", label: "P", type: "string", fieldType: "text", groupName: "contactinformation" });
  assert.equal((await coreApi.update("contacts", "p", { label: "P2" })).label, "P2");
  await coreApi.archive("contacts", "p");
  await failure(coreApi.getByName("contacts", "p"), 404);
  assert.equal((await groupsApi.getAll("contacts")).results[0].name, "contactinformation");
});

test("an app is let in, refreshes its token and gives it back", async () => {
  const { portalId } = await newClient();
  const client = new Client({ basePath: process.url });
  const redirect = "http://localhost:3000/cb";
  const browser = await fetch(
    `${process.url}/oauth/${portalId}/authorize?client_id=CID&redirect_uri=${encodeURIComponent(redirect)}&scope=crm.objects.owners.read`,
    { redirect: "manual" });
  const code = new URL(browser.headers.get("location")).searchParams.get("code");

  const tokens = await client.oauth.tokensApi.create("authorization_code", code, redirect, "CID", "SEC");
  const again = await client.oauth.tokensApi.create("refresh_token", undefined, undefined, "CID", "SEC", tokens.refreshToken);
  client.setAccessToken(again.accessToken);
  assert.equal((await client.crm.owners.ownersApi.getPage()).results.length, 1);
  assert.equal((await client.oauth.accessTokensApi.get(again.accessToken)).hubId, portalId);
  assert.equal((await client.oauth.refreshTokensApi.get(tokens.refreshToken)).clientId, "CID");
  await client.oauth.refreshTokensApi.archive(tokens.refreshToken);
  const body = await failure(client.oauth.tokensApi.create("refresh_token", undefined, undefined, "CID", "SEC", tokens.refreshToken), 400);
  assert.equal(body.status, "BAD_REFRESH_TOKEN");
});
