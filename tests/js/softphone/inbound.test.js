import assert from "node:assert/strict";
import { test } from "node:test";
import { from, greeted, ids, methods, ready, run } from "./run.js";
import { initialState } from "../../../wwwroot/softphone/softphone-state.js";

const ringing = () =>
  run(greeted(), { type: "simulateInbound", number: "+4930123456", at: 1000, ids }).state;
const coordinates = { portalId: "4711", objectTypeId: "0-1", objectId: 101 };
const matches = {
  callerIdMatches: [
    { callerIdType: "CONTACT", firstName: "Ada", lastName: "Muster", email: "ada@example.test", objectCoordinates: coordinates },
    { callerIdType: "COMPANY", name: "Muster GmbH", objectCoordinates: { ...coordinates, objectTypeId: "0-2" } },
    { callerIdType: "CONTACT" },
  ],
};

test("a caller is announced with both numbers", () => {
  const { state, sends } = run(greeted(), { type: "simulateInbound", number: "+4930123456", at: 1000, ids });
  assert.equal(state.phase, "ringing");
  assert.deepEqual(sends, [
    {
      method: "incomingCall",
      data: {
        externalCallId: "demo-1",
        fromNumber: "+4930123456",
        toNumber: "+12025550100",
        callStartTime: 1000,
        createEngagement: true,
      },
    },
  ]);
});

test("caller id matches are shown by name", () => {
  const { state } = run(ringing(), from("CALLER_ID_MATCH_SUCCEEDED", matches));
  assert.deepEqual(
    state.call.matches.map(({ kind, name, detail }) => ({ kind, name, detail })),
    [
      { kind: "contact", name: "Ada Muster", detail: "ada@example.test" },
      { kind: "company", name: "Muster GmbH", detail: "" },
      { kind: "contact", name: "Unnamed record", detail: "" },
    ],
  );
});

test("no match is an answer, and so is nonsense", () => {
  assert.deepEqual(run(ringing(), from("CALLER_ID_MATCH_SUCCEEDED", { callerIdMatches: [] })).state.call.matches, []);
  assert.deepEqual(run(ringing(), from("CALLER_ID_MATCH_SUCCEEDED", null)).state.call.matches, []);
});

test("a record is opened with the coordinates exactly as they came", () => {
  const known = run(
    ringing(),
    from("CREATE_ENGAGEMENT_SUCCEEDED", { engagementId: 5002 }),
    from("CALLER_ID_MATCH_SUCCEEDED", matches),
  ).state;
  assert.deepEqual(run(known, { type: "openRecord", index: 0 }).sends, [
    { method: "navigateToRecord", data: { objectCoordinates: coordinates, engagementId: 5002 } },
  ]);
  assert.deepEqual(run(known, { type: "openRecord", index: 9 }).sends, []);
  assert.equal(run(known, { type: "openRecord", index: 0, newTab: true }).sends[0].data.openIn, "NEW_TAB");
});

test("a declined call is canceled and a rejected one has a legal status among its properties", () => {
  assert.equal(run(ringing(), { type: "hangUp", status: null, at: 2000 }).sends[0].data.callEndStatus, "CANCELED");
  const rejected = run(ringing(), { type: "hangUp", status: "REJECTED", at: 2000 }, { type: "complete", disposition: "" });
  const { engagementProperties } = rejected.sends[0].data;
  assert.equal(engagementProperties.hs_call_status, "CANCELED");
  assert.equal(engagementProperties.hs_call_direction, "INBOUND");
});

test("a ringing call survives that HubSpot opens a record around the widget", () => {
  const { phase, call, choices } = run(ringing(), from("CREATE_ENGAGEMENT_SUCCEEDED", { engagementId: 5002 })).state;
  const reloaded = initialState(choices, { portalId: 4711, phase, call });
  const { state, sends } = run(reloaded, from("READY", { ...ready, engagementId: 5002 }));
  assert.deepEqual([state.phase, state.call], ["ringing", call]);
  assert.equal(sends[0].data.engagementId, 5002);
  assert.deepEqual(methods(run(state, { type: "answer", at: 3000 }).sends), ["callAnswered"]);
});

test("a remembered call of another portal or another engagement is forgotten", () => {
  const { phase, call, choices } = run(ringing(), from("CREATE_ENGAGEMENT_SUCCEEDED", { engagementId: 5002 })).state;
  const greet = (portalId, engagementId) =>
    run(initialState(choices, { portalId, phase, call }), from("READY", { ...ready, engagementId })).state.call;
  assert.equal(greet(1, 5002), null);
  assert.equal(greet(4711, 6000), null);
});
