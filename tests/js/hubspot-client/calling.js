import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Client } from "@hubspot/api-client";
import { ask, failure, invalid, noInputs, notFound, unreadable } from "./hub.js";

/** @param {import("./hub.js").Hub} hub */
export function calling(hub) {
  describe("the calling extension", () => {
    settings(hub);
    recordings(hub);
    channels(hub);
    calls(hub);
    transcripts(hub);
    connections(hub);
  });
}

const noApp = unreadable("Unable to parse value for path parameter: appId");
const missing = (name) =>
  unreadable(`Invalid input JSON on line 1, column 1. Some required fields were not set: [${name}]`);

function settings(hub) {
  test("stores the settings of an app, by the developer key and nothing else", async () => {
    const { client, accessToken, developerApiKey } = await hub.newClient();
    const { settingsApi } = client.crm.extensions.calling;
    assert.deepEqual(await failure(settingsApi.getById(123), 404), notFound);
    const made = await settingsApi.create(123, {
      name: "n",
      url: "https://x.example",
      width: 400,
      height: 600,
      isReady: false,
      supportsCustomObjects: true,
      supportsInboundCalling: true,
      usesRemote: true,
      usesCallingWindow: false,
    });
    assert.ok(made.createdAt instanceof Date);
    assert.deepEqual([made.name, made.width, made.isReady], ["n", 400, false]);
    assert.equal((await settingsApi.update(123, { isReady: true })).isReady, true);

    const developer = new Client({ developerApiKey, basePath: hub.url });
    assert.equal((await developer.crm.extensions.calling.settingsApi.getById(123)).usesCallingWindow, false);
    assert.equal((await ask(developer, "GET", "/crm/v3/extensions/calling/123/settings", 200)).isReady, true);
    const app = new Client({ accessToken, basePath: hub.url });
    assert.equal(
      (await failure(app.crm.extensions.calling.settingsApi.getById(123), 401)).category,
      "INVALID_AUTHENTICATION",
    );
    // A raw request prefers the token, which opens no settings.
    await ask(client, "GET", "/crm/v3/extensions/calling/123/settings", 401);

    await settingsApi.archive(123);
    assert.deepEqual(await failure(settingsApi.getById(123), 404), notFound);
    assert.deepEqual(await failure(settingsApi.update(123, { isReady: true }), 404), notFound);
  });

  test("says what is wrong with the settings of an app", async () => {
    const { client } = await hub.newClient();
    const { settingsApi } = client.crm.extensions.calling;
    assert.deepEqual(await failure(settingsApi.getById("abc"), 400), noApp);
    assert.deepEqual(await failure(settingsApi.archive("abc"), 400), noApp);
    assert.deepEqual(await failure(settingsApi.create(123, { url: "https://x.example" }), 400), missing("name"));
    assert.deepEqual(
      await failure(settingsApi.update(123, { url: "ftp://x.example" }), 400),
      invalid("url is 'ftp://x.example'; it must be an absolute https address (http only for localhost)."),
    );
  });
}

function recordings(hub) {
  test("stores where recordings are", async () => {
    const { client } = await hub.newClient();
    const { recordingSettingsApi: api } = client.crm.extensions.calling;
    const at = (host) => ({ urlToRetrieveAuthedRecording: `https://${host}.example/%s` });
    const [url, other] = [at("x"), at("y")];
    assert.deepEqual(await failure(api.getUrlFormat(123), 404), notFound);
    assert.deepEqual(await failure(api.updateUrlFormat(123, url), 404), notFound);
    assert.deepEqual({ ...(await api.registerUrlFormat(123, url)) }, url);
    assert.deepEqual({ ...(await api.updateUrlFormat(123, other)) }, other);
    assert.deepEqual({ ...(await api.getUrlFormat(123)) }, other);

    const wrong = { urlToRetrieveAuthedRecording: "https://x.example/" };
    const refused = invalid("urlToRetrieveAuthedRecording is 'https://x.example/'; it must contain %s.");
    assert.deepEqual(await failure(api.registerUrlFormat(123, wrong), 400), refused);
    assert.deepEqual(await failure(api.updateUrlFormat(123, wrong), 400), refused);
    assert.deepEqual(await failure(api.getUrlFormat("abc"), 400), noApp);
  });

  test("takes note that a recording is ready", async () => {
    const { client } = await hub.newClient();
    const { recordingSettingsApi: api } = client.crm.extensions.calling;
    const whole = {
      hs_timestamp: "1770091506789",
      hs_call_external_id: "c-1",
      hs_call_external_account_id: "acc-1",
      hs_call_app_id: "123",
      hs_call_source: "INTEGRATIONS_PLATFORM",
    };
    const { id } = await client.crm.objects.calls.basicApi.create({ associations: [], properties: whole });
    await api.markAsReady({ engagementId: Number(id) });

    assert.deepEqual(await failure(api.markAsReady({ engagementId: 17 }), 404), notFound);
    assert.deepEqual(await failure(api.markAsReady({}), 400), missing("engagementId"));
  });
}

function channels(hub) {
  test("stores where an app tells its numbers", async () => {
    const { client } = await hub.newClient();
    const { channelConnectionSettingsApi: api } = client.crm.extensions.calling;
    assert.deepEqual(await failure(api.getById(123), 404), notFound);
    assert.deepEqual(await failure(api.update(123, { isReady: false }), 404), notFound);
    assert.equal((await api.create(123, { url: "https://x.example", isReady: true })).isReady, true);
    assert.equal((await api.update(123, { isReady: false })).isReady, false);
    assert.equal((await api.getById(123)).url, "https://x.example");
    await api.archive(123);

    assert.deepEqual(await failure(api.create(123, { url: "https://x.example" }), 400), missing("isReady"));
    assert.equal((await failure(api.update(123, { url: "x" }), 400)).category, "VALIDATION_ERROR");
    assert.deepEqual(await failure(api.getById("abc"), 400), noApp);
    assert.deepEqual(await failure(api.archive("abc"), 400), noApp);
  });
}

function calls(hub) {
  test("hears of an inbound call, and tells who is calling", async () => {
    const { client } = await hub.newClient();
    const path = "/crm/v3/extensions/calling/inbound-call";
    const { callerIdMatches } = await ask(client, "POST", path, 200, {
      externalCallId: "c-2",
      createEngagement: true,
      engagementProperties: {},
      finalCallStatus: "MISSED",
      potentialRecipientUserIds: [],
      fromNumber: { e164Number: "+14155550132", phoneNumberType: "MOBILE" },
      toNumber: { e164Number: "+4930987654", phoneNumberType: "VOIP" },
    });
    assert.deepEqual(
      callerIdMatches.map(({ callerIdType, objectCoordinates }) => [callerIdType, objectCoordinates.objectId]),
      [["CONTACT", 101]],
    );
    const { results } = await client.crm.objects.calls.basicApi.getPage(1, undefined, ["hs_call_status"], undefined, [
      "contacts",
    ]);
    assert.equal(results[0].properties["hs_call_status"], "MISSED");
    assert.deepEqual(
      results[0].associations["contacts"].results.map((link) => link.id),
      ["101"],
    );

    const refused = await ask(client, "POST", path, 400, { externalCallId: "x" });
    assert.match(refused.message, /Some required fields were not set: \[createEngagement, engagementProperties, /);
  });
}

function transcripts(hub) {
  test("keeps what was said in a call", async () => {
    const { client } = await hub.newClient();
    const path = "/crm/v3/extensions/calling/transcripts";
    const { id: call } = await client.crm.objects.calls.basicApi.create({
      properties: { hs_timestamp: "1" },
      associations: [],
    });
    const speaker = { id: "a", name: "Grace Murray" };
    const said = { speaker, text: "Good morning.", startTimeMillis: 0, endTimeMillis: 1200 };
    const { id } = await ask(client, "POST", path, 200, {
      engagementId: Number(call),
      transcriptCreateUtterances: [said],
    });
    const read = await ask(client, "GET", `${path}/${id}`, 200);
    assert.equal(read.engagementId, Number(call));
    assert.deepEqual(read.transcriptUtterances, [{ id: "1", ...said }]);
    await ask(client, "DELETE", `${path}/${id}`, 204);

    assert.equal((await ask(client, "GET", `${path}/${id}`, 404)).message, "resource not found");
    await ask(client, "POST", path, 404, { engagementId: 17, transcriptCreateUtterances: [said] });
    assert.match(
      (await ask(client, "POST", path, 400, { engagementId: 17 })).message,
      /\[transcriptCreateUtterances\]$/,
    );
    for (const method of ["GET", "DELETE"])
      assert.equal(
        (await ask(client, method, `${path}/abc`, 400)).message,
        "Unable to parse value for path parameter: transcriptId",
      );
  });
}

function connections(hub) {
  test("tells who can take calls", async () => {
    const { client } = await hub.newClient();
    const path = "/crm/extensions/calling/v3/connection-statuses";
    const robin = { userId: 9120457, connected: false };
    assert.deepEqual(await ask(client, "GET", path, 200), { results: [robin] });
    assert.deepEqual(await ask(client, "GET", `${path}?userId=1&userId=9120457`, 200), { results: [robin] });
    assert.deepEqual(await ask(client, "GET", `${path}/me`, 200), robin);
    assert.deepEqual(await ask(client, "POST", `${path}/batch/read`, 200, { inputs: [{ id: "9120457" }] }), {
      results: [robin],
    });

    assert.equal(
      (await ask(client, "GET", `${path}?userId=x`, 400)).message,
      "Unable to parse value for query parameter: userId",
    );
    assert.equal((await ask(client, "POST", `${path}/batch/read`, 400, { inputs: [] })).message, noInputs.message);
  });
}
