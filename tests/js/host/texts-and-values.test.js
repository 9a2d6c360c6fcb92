import assert from "node:assert/strict";
import { test } from "node:test";
import { agentBadge, callState, duration, stateText, troubleText } from "../../../wwwroot/js/host/call-text.js";
import { newUuid } from "../../../wwwroot/js/host/clock.js";
import { dialEvent, typedNumberProblem } from "../../../wwwroot/js/host/dial.js";
import { roomFor } from "../../../wwwroot/js/host/dock.js";
import { explainFailure } from "../../../wwwroot/js/host/failure.js";
import { httpOrigin } from "../../../wwwroot/js/host/origins.js";
import { sizeAttribute } from "../../../wwwroot/js/host/size.js";

for (const [wanted, attribute] of [
  [400, "400px"], [400.5, "400.5px"], [5000, "1280px"], ["450", "450"], ["450px", "450px"], ["50%", "50%"],
  [" 12 ", "12"], ["5000", "1280"], ["5000px", "1280px"], ["999%", "999%"],
  [0, null], [-1, null], [NaN, null], [Infinity, null], ["0", null], ["-5", null], ["wide", null], ["", null],
  [true, null], [null, null], [undefined, null], [{}, null], ["1e9", null],
]) {
  test(`size ${typeof wanted === "string" ? `"${wanted}"` : String(wanted)} becomes ${attribute}`, () => {
    assert.equal(sizeAttribute(wanted, 1280), attribute);
  });
}

for (const [url, origin] of [
  ["https://Softphone.test:443/app?x#y", "https://softphone.test"], ["http://localhost:9025", "http://localhost:9025"],
  ["ftp://x/", null], ["javascript:1", null], ["/app", null], ["", null], [undefined, null], [{}, null],
]) {
  test(`the origin of ${JSON.stringify(url)} is ${origin}`, () => assert.equal(httpOrigin(url), origin));
}

test("durations_read_like_a_phone", () => {
  assert.deepEqual([-5, 0, 999, 65_000, 3_600_000, 36_061_000].map(duration), ["0:00", "0:00", "0:00", "1:05", "1:00:00", "10:01:01"]);
});

const call = (state, more = {}) => ({ callId: 1, state, direction: "OUTBOUND", engagementIds: [], place: "here", ...more });

test("calls_are_put_in_words", () => {
  assert.deepEqual(
    [null, call("dial-sent"), call("dialing"), call("ringing"), call("in-progress", { place: "tab" }), call("in-progress", { place: "window" }),
      call("wrap-up", { endStatus: "BUSY" }), call("wrap-up", { endStatus: "COMPLETED" }), call("completed")]
      .map((each) => stateText(each, "Demo")),
    ["No active call", "Waiting for Demo to dial", "Calling", "Incoming call", "In a call in another tab", "In a call in the calling window",
      "Call ended (the line was busy), wrapping up", "Call ended, wrapping up", "No active call"],
  );
});

test("a_call_that_is_over_is_no_call", () => {
  assert.deepEqual(
    ["completed", "transferred", "interrupted", "ghost", "abandoned", "toString"].map((state) => callState(call(state))),
    Array(6).fill("idle"),
  );
});

test("the_agent_badge_shows_availability_where_calls_can_come", () => {
  const badge = (loggedIn, available, inbound) => agentBadge({ loggedIn, available }, inbound)?.text ?? null;
  assert.deepEqual(
    [badge(null, null, true), badge(false, true, true), badge(true, false, false), badge(true, false, true), badge(true, true, false)],
    [null, "Logged out", "Logged in", "Unavailable", "Available"],
  );
});

test("waiting_events_are_counted", () => {
  assert.deepEqual([null, 1, 3].map(troubleText), [
    "", "The portal does not answer; 1 event waits.", "The portal does not answer; 3 events wait.",
  ]);
});

for (const [typed, said] of [
  ["+49 (0)30 / 12.34-56", ""], ["*97", ""], [" 112 ", ""], ["415 555 0132 ext. 12", ""], ["4155550132x7", ""],
  ["", "Type the number"], ["   ", "Type the number"], ["n/a", "“n”"], ["1-800-FLOWERS", "“F”"], ["49+30", "“+”"], ["+ -", "no digit"],
  ["+1234567890123456", "16 digits"],
]) {
  test(`the typed number ${JSON.stringify(typed)} is ${said ? "refused" : "dialled"}`, () => {
    const problem = typedNumberProblem(typed);
    assert.ok(said ? problem.includes(said) : problem === "", problem);
  });
}

test("a_dial_names_number_property_and_callee", () => {
  assert.deepEqual(
    dialEvent({ phoneNumber: " +49 30 1 ", property: "phone", calleeType: "0-1", calleeId: "101", calleeName: "Ada" }),
    { kind: "dial", phoneNumber: "+49 30 1", property: "phone", callee: { objectTypeId: "0-1", objectId: 101, name: "Ada" } },
  );
  assert.deepEqual(dialEvent({ phoneNumber: "1", calleeType: "0-1", calleeId: "x" }), {
    kind: "dial", phoneNumber: "1", property: null, callee: null,
  });
  assert.equal(dialEvent({ phoneNumber: " " }), null);
});

test("ids_are_uuids_without_a_secure_context_too", (t) => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  assert.match(newUuid(), uuid);
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  t.after(() => delete crypto.randomUUID);
  assert.equal(crypto.randomUUID, undefined);
  const made = Array.from({ length: 100 }, newUuid);
  made.forEach((id) => assert.match(id, uuid));
  assert.equal(new Set(made).size, 100);
});

test("the_page_makes_room_beside_or_below_and_none_for_a_hidden_panel", () => {
  const room = (visibility, width, viewport) => Object.values(roomFor({ visibility, width, height: 500, viewport }));
  assert.deepEqual(
    [room("open", 402, 1280), room("open", 402, 1000), room("open", 390, 390), room("minimized", 402, 1280), room("hidden", 402, 1280)],
    [[434, 0], [0, 532], [0, 532], [0, 532], [0, 0]],
  );
});

const silent = {
  url: "http://localhost:9025/app", hostUrl: "http://localhost:5080", loaded: true, limit: 30_000, syncs: 301,
  expectedOrigin: "http://localhost:9025", refusedOrigins: [], heardTypes: [], acknowledgedBefore: false,
  blockedByPolicy: false, location: null, fault: null,
};

for (const [name, facts, text] of [
  ["silence", {}, /did not answer 301 SYNC messages in 30 s.*X-Frame-Options.*CallingExtensions/],
  ["no load", { loaded: false }, /did not load within 30 s/],
  ["a redirect", { refusedOrigins: ["https://login.test"] }, /redirected to https:\/\/login\.test/],
  ["a fault somebody asked for", { fault: "SYNC was not sent." }, /faults ask for it: SYNC was not sent/],
  ["our policy", { blockedByPolicy: true }, /Content-Security-Policy/],
  ["mixed content", { hostUrl: "https://portal.test" }, /portal is on https/],
  ["an empty frame", { location: "about:blank" }, /is empty \(about:blank\)/],
  ["a move within our origin", { location: "http://localhost:5080/login" }, /now at http:\/\/localhost:5080\/login/],
  ["a page that answered before", { acknowledgedBefore: true }, /one SYNC per page/],
  ["other messages", { heardTypes: ["webpackOk"] }, /sent webpackOk but no SYNC_ACK/],
]) {
  test(`the failure text explains ${name}`, () => assert.match(explainFailure({ ...silent, ...facts }), text));
}

test("a_number_in_a_list_is_dialled_from_its_row", () => {
  assert.deepEqual(
    dialEvent({
      phoneNumber: "+1 5", property: "phone", calleeType: "0-1", calleeId: "101", calleeName: "Ada",
      recordType: "0-3", recordId: "5101", recordName: "A deal",
    }),
    {
      kind: "dial", phoneNumber: "+1 5", property: "phone", callee: { objectTypeId: "0-1", objectId: 101, name: "Ada" },
      record: { objectTypeId: "0-3", objectId: 5101, name: "A deal" },
    },
  );
});
