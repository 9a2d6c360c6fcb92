import assert from "node:assert/strict";
import { test } from "node:test";
import { dialData, from, greeted, ids, methods, run } from "./run.js";

const dialled = (overrides) => run(greeted(overrides), from("DIAL_NUMBER", dialData)).state;
const answered = (overrides) => run(dialled(overrides), { type: "answer", at: 3000 }).state;

test("a number dialled in HubSpot starts a call at once", () => {
  const { state, sends } = run(greeted(), from("DIAL_NUMBER", dialData));
  assert.equal(state.phase, "dialing");
  assert.equal(state.call.context, "Contact 101, mobilephone, from company 900");
  assert.deepEqual(sends, [
    {
      method: "outgoingCall",
      data: {
        externalCallId: "demo-1",
        fromNumber: "+12025550100",
        toNumber: "+4930123456",
        phoneNumber: "+4930123456",
        callStartTime: 1000,
        createEngagement: true,
      },
    },
  ]);
});

test("a dial from no record at all says nothing about one", () => {
  const data = { phoneNumber: "+1", objectId: 0, subjectId: 0 };
  assert.equal(run(greeted(), from("DIAL_NUMBER", data)).state.call.context, "");
});

test("a dial without usable data does not break the softphone", () => {
  for (const data of [undefined, null, "x", 7, []]) {
    assert.equal(run(greeted(), from("DIAL_NUMBER", data)).state.call.number, "");
  }
});

test("a logged-out softphone explains why it does not dial", () => {
  const { state, sends } = run(greeted({ loggedIn: false }), from("DIAL_NUMBER", dialData));
  assert.equal(state.phase, "idle");
  assert.deepEqual(methods(sends), ["sendError"]);
});

test("a softphone in a call keeps it when HubSpot dials again", () => {
  const { state, sends } = run(answered(), from("DIAL_NUMBER", { phoneNumber: "+1" }));
  assert.equal(state.call.number, "+4930123456");
  assert.deepEqual(methods(sends), ["sendError"]);
});

test("dialling during wrap-up completes the earlier call and leaves the widget open", () => {
  const ended = run(answered(), { type: "hangUp", status: null, at: 9000 }).state;
  const { state, sends } = run(ended, from("DIAL_NUMBER", { phoneNumber: "+1" }));
  assert.equal(state.call.number, "+1");
  assert.deepEqual(methods(sends), ["callCompleted", "outgoingCall"]);
  assert.equal(sends[0].data.hideWidget, false);
});

test("the engagement that HubSpot created is kept, under its old name and its new one", () => {
  for (const message of ["ENGAGEMENT_CREATED", "CREATE_ENGAGEMENT_SUCCEEDED"]) {
    assert.equal(run(dialled(), from(message, { engagementId: 5001 })).state.call.engagementId, 5001);
    assert.equal(run(dialled(), from(message, { engagementId: "5001" })).state.call.engagementId, 5001);
  }
});

test("answering sends CALL_ANSWERED and nothing more when HubSpot creates the engagement", () => {
  const { state, sends } = run(dialled(), { type: "answer", at: 3000 });
  assert.equal(state.phase, "inCall");
  assert.deepEqual(sends, [{ method: "callAnswered", data: { externalCallId: "demo-1" } }]);
});

test("an app that creates the engagement names it in CALL_DATA once the call is answered", () => {
  const start = run(greeted({ engagementBy: "APP" }), from("DIAL_NUMBER", dialData));
  assert.equal(start.sends[0].data.createEngagement, false);
  const { sends } = run(start.state, { type: "answer", at: 3000 });
  assert.deepEqual(sends, [
    { method: "callAnswered", data: { externalCallId: "demo-1" } },
    { method: "callData", data: { engagementId: 70001 } },
  ]);
});

test("CALL_DATA that was sent by hand is not sent again by answering", () => {
  const sent = run(
    dialled({ engagementBy: "APP" }),
    { type: "editEngagementId", text: "777" },
    { type: "sendCallData" },
  );
  assert.deepEqual(sent.sends, [{ method: "callData", data: { engagementId: 777 } }]);
  assert.deepEqual(methods(run(sent.state, { type: "answer", at: 3000 }).sends), ["callAnswered"]);
});

test("an engagement id that is no number is none", () => {
  const { state, sends } = run(dialled(), { type: "editEngagementId", text: "abc" }, { type: "sendCallData" });
  assert.equal(state.call.engagementId, null);
  assert.deepEqual(sends, []);
});

test("a call ends as it went unless the agent chose otherwise", () => {
  const end = (state, status) => run(state, { type: "hangUp", status, at: 9000 }).sends[0].data.callEndStatus;
  assert.equal(end(dialled(), null), "CANCELED");
  assert.equal(end(answered(), null), "COMPLETED");
  assert.equal(end(dialled(), "BUSY"), "BUSY");
});

test("HubSpot can hang up, once", () => {
  const { state, sends } = run(answered(), from("END_CALL", undefined, 9000));
  assert.equal(state.phase, "wrapUp");
  assert.deepEqual(sends, [{ method: "callEnded", data: { externalCallId: "demo-1", callEndStatus: "COMPLETED" } }]);
  assert.deepEqual(run(state, from("END_CALL")), { state, sends: [] });
});

test("completing a call hands over its properties", () => {
  const ended = run(
    answered(),
    from("CREATE_ENGAGEMENT_SUCCEEDED", { engagementId: 5001 }),
    { type: "editNotes", text: "Wants a quote." },
    { type: "hangUp", status: null, at: 45_000 },
  ).state;
  const { state, sends } = run(ended, { type: "complete", disposition: "d-1" });
  assert.equal(state.phase, "idle");
  assert.deepEqual(sends, [
    {
      method: "callCompleted",
      data: {
        externalCallId: "demo-1",
        engagementId: 5001,
        hideWidget: true,
        engagementProperties: {
          hs_timestamp: 1000,
          hs_call_direction: "OUTBOUND",
          hs_call_from_number: "+12025550100",
          hs_call_to_number: "+4930123456",
          hs_call_status: "COMPLETED",
          hs_call_duration: "42000",
          hs_call_body: "Wants a quote.",
          hs_call_disposition: "d-1",
          hs_call_source: "INTEGRATIONS_PLATFORM",
        },
      },
    },
  ]);
});

test("a call that nobody answered lasted no time", () => {
  const ended = run(dialled(), { type: "hangUp", status: "NO_ANSWER", at: 45_000 }).state;
  const { engagementProperties } = run(ended, { type: "complete", disposition: "" }).sends[0].data;
  assert.equal(engagementProperties.hs_call_duration, "0");
  assert.equal(engagementProperties.hs_call_status, "NO_ANSWER");
  assert.equal("hs_call_disposition" in engagementProperties, false);
});

test("a transferred call is over without an end or a wrap-up", () => {
  const { state, sends } = run(answered(), { type: "transfer" });
  assert.equal(state.call, null);
  assert.deepEqual(sends, [{ method: "callTransferred", data: { externalCallId: "demo-1" } }]);
});

test("a number typed in the widget is dialled like any other, but not twice", () => {
  const dial = { type: "dial", number: "+1555", at: 1000, ids };
  const { state, sends } = run(greeted(), dial);
  assert.equal(sends[0].data.toNumber, "+1555");
  assert.deepEqual(run(state, dial), { state, sends: [] });
});

test("a completed call can be handed to the help desk, under the older name and the newer one", () => {
  const closing = (method) => ({ type: "closeForHelpDesk", method });
  assert.deepEqual(run(greeted(), closing("finalizeEngagement")).sends, []);
  const known = run(answered(), from("CREATE_ENGAGEMENT_SUCCEEDED", { engagementId: 5001 })).state;
  const completed = run(known, { type: "hangUp", status: null, at: 9000 }, { type: "complete", disposition: "" }).state;
  for (const method of ["publishToChannel", "finalizeEngagement"]) {
    assert.deepEqual(run(completed, closing(method)).sends, [{ method, data: { engagementId: 5001, externalCallId: "demo-1" } }]);
  }
  assert.match(run(completed, from("FINALIZE_ENGAGEMENT_FAILED", {})).state.notice.text, /no engagement/);
});

test("the widget asks for another address and hears why it does not get it", () => {
  const { state, sends } = run(greeted(), { type: "moveTo", url: "ftp://nowhere" });
  assert.deepEqual(sends, [{ method: "setWidgetUrl", data: { iFrameUrl: "ftp://nowhere" } }]);
  const refused = run(state, from("SET_WIDGET_URL_FAILED", { error: { message: "No." } })).state;
  assert.equal(refused.notice.text, "HubSpot could not load the address: No.");
});
