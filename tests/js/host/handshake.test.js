import assert from "node:assert/strict";
import { test } from "node:test";
import { Handshake } from "../../../wwwroot/js/host/handshake.js";
import { FakeClock } from "./fake-clock.js";

const widget = "https://softphone.test:9025";

/** A host page with everything around the handshake written down. */
function host({ lenient = false, engagementId, fault = null } = {}) {
  const clock = new FakeClock();
  const posted = [];
  const strange = [];
  const events = [];
  const states = [];
  const view = { engagementId };
  let ids = 0;
  const handshake = new Handshake({
    clock,
    post: (message, targetOrigin) => posted.push({ at: clock.now(), message, targetOrigin }),
    postAsStranger: (message, targetOrigin) => strange.push({ at: clock.now(), message, targetOrigin }),
    fields: () => ({
      hostUrl: "http://localhost:5080",
      portalId: 1,
      userId: 2,
      ownerId: 3,
      ...(view.engagementId ? { engagementId: view.engagementId } : {}),
      iframeLocation: "widget",
      usesCallingWindow: true,
    }),
    newId: () => `host-${++ids}`,
    report: (event) => events.push(event),
    changed: (state, reason) => states.push(reason === null ? state : `${state}: ${reason}`),
    observe: () => ({ url: `${widget}/app`, hostUrl: "http://localhost:5080", blockedByPolicy: false, location: null }),
    interval: 100,
    limit: 30_000,
    lenient,
  });
  handshake.expect(fault);
  return { clock, posted, strange, events, states, view, handshake, last: () => posted.at(-1).message };
}

/** The same, with the iframe loaded. */
function loaded(options) {
  const page = host(options);
  page.handshake.loading(`${widget}/app?x=1`);
  page.handshake.loaded();
  return page;
}

const ack = (messageId, more = {}) => ({ type: "SYNC_ACK", messageId, version: "0.9.7-beta.0", iFrameUrl: widget, ...more });
const received = (page) => page.events.filter((event) => event.kind === "message");

test("nothing_is_sent_before_load", async () => {
  const page = host();
  page.handshake.loading(`${widget}/app`);
  await page.clock.pass(10_000);
  assert.deepEqual([page.posted, page.states], [[], ["loading"]]);
});

test("the_first_sync_goes_out_at_once_with_every_field_to_the_origin_of_src", () => {
  const page = loaded();
  assert.deepEqual(page.posted, [{
    at: 0,
    targetOrigin: widget,
    message: {
      type: "SYNC",
      messageId: "host-1",
      hostUrl: "http://localhost:5080",
      portalId: 1,
      userId: 2,
      ownerId: 3,
      iframeLocation: "widget",
      usesCallingWindow: true,
    },
  }]);
  assert.deepEqual(page.events, [
    { kind: "frame-loading" },
    { kind: "frame-loaded" },
    { kind: "sync-sent", message: page.posted[0].message },
  ]);
});

test("301_syncs_go_out_100_ms_apart_and_the_failure_comes_at_30100", async () => {
  const page = loaded();
  await page.clock.pass(30_099);
  assert.deepEqual(page.posted.map(({ at }) => at), Array.from({ length: 301 }, (_, i) => i * 100));
  assert.equal(new Set(page.posted.map(({ message }) => message.messageId)).size, 301);
  assert.equal(page.handshake.state, "syncing");
  await page.clock.pass(1);
  assert.equal(page.handshake.state, "failed");
  assert.equal(page.events.at(-1).kind, "sync-failed");
  await page.clock.pass(60_000);
  assert.equal(page.posted.length, 301);
  assert.equal(page.clock.pending, 0);
});

test("a_late_timer_does_not_shift_the_following_syncs", async () => {
  const page = loaded();
  page.clock.sleep(130);
  await page.clock.pass(0);
  await page.clock.pass(170);
  assert.deepEqual(page.posted.map(({ at }) => at), [0, 130, 200, 300]);
});

test("a_suspended_page_gives_up_without_a_burst_of_syncs", async () => {
  const page = loaded();
  page.clock.sleep(3_600_000);
  await page.clock.pass(1000);
  assert.deepEqual([page.posted.length, page.handshake.state], [1, "failed"]);
});

test("an_answer_to_any_sync_of_this_load_ends_the_loop", async () => {
  const page = loaded();
  await page.clock.pass(250);
  page.handshake.received(ack("host-2"), widget);
  await page.clock.pass(60_000);
  assert.deepEqual([page.posted.length, page.handshake.state], [3, "synced"]);
  assert.deepEqual(received(page), [{ kind: "message", payload: ack("host-2"), origin: widget, acknowledges: true }]);
});

test("only_sync_goes_out_before_the_answer", () => {
  const page = loaded();
  assert.equal(page.handshake.send({ type: "DIAL_NUMBER", messageId: "host-x" }), false);
  page.handshake.received(ack("host-1"), widget);
  assert.equal(page.handshake.send({ type: "DIAL_NUMBER", messageId: "host-x" }), true);
  assert.deepEqual(page.posted.map(({ message }) => message.type), ["SYNC", "DIAL_NUMBER"]);
});

test("a_late_answer_recovers_from_the_failure", async () => {
  const page = loaded();
  await page.clock.pass(40_000);
  page.handshake.received(ack("host-7"), widget);
  page.handshake.received({ type: "INITIALIZED", messageId: "1_1" }, widget);
  assert.equal(page.handshake.state, "initialized");
  assert.equal(page.posted.some(({ message }) => message.type !== "SYNC"), false);
});

test("a_second_instances_answer_is_reported_and_changes_nothing", () => {
  const page = loaded();
  page.handshake.received(ack("host-1"), widget);
  page.handshake.received({ type: "INITIALIZED", messageId: "1_1" }, widget);
  page.handshake.received(ack("host-1"), widget);
  page.handshake.received({ type: "INITIALIZED", messageId: "2_1" }, widget);
  assert.equal(page.handshake.state, "initialized");
  assert.deepEqual(received(page).map((event) => event.acknowledges), [true, false, false, false]);
  assert.deepEqual(page.states, ["loading", "syncing", "synced", "initialized", "initialized"]);
});

test("a_second_load_starts_over_with_one_loop_and_a_fresh_limit", async () => {
  const page = loaded();
  await page.clock.pass(20_050);
  page.view.engagementId = 5001;
  page.handshake.loaded();
  const before = page.posted.length;
  await page.clock.pass(30_000);
  assert.equal(page.handshake.state, "syncing");
  assert.equal(page.posted.length - before, 300);
  assert.equal(page.last().engagementId, 5001);
  await page.clock.pass(100);
  assert.equal(page.handshake.state, "failed");
});

test("an_answer_to_an_earlier_documents_sync_does_not_count", () => {
  const page = loaded();
  page.handshake.loaded();
  page.handshake.received(ack("host-1"), widget);
  assert.deepEqual([page.handshake.state, received(page)[0].acknowledges], ["syncing", false]);
});

test("an_answer_of_unknown_id_does_not_count", () => {
  const page = loaded();
  for (const messageId of ["made-up", undefined, null, {}]) page.handshake.received(ack(messageId), widget);
  assert.equal(page.handshake.state, "syncing");
});

test("messages_of_another_origin_are_refused_and_at_most_20_are_told_per_load", () => {
  const page = loaded();
  for (let i = 0; i < 50; i++) page.handshake.received(ack("host-1"), "https://evil.test");
  assert.equal(page.handshake.state, "syncing");
  assert.deepEqual(page.events.slice(3, 4), [
    { kind: "message-refused", payload: ack("host-1"), origin: "https://evil.test", expectedOrigin: widget },
  ]);
  assert.equal(page.events.length, 3 + 20);
});

test("what_is_no_message_is_ignored_silently", () => {
  const page = loaded();
  for (const data of [null, undefined, "SYNC_ACK", 7, [{ type: "X" }], {}, { type: "" }, { type: 5 }]) {
    page.handshake.received(data, widget);
  }
  assert.equal(page.events.length, 3);
});

test("messages_with_the_same_id_are_both_taken", () => {
  const page = loaded();
  page.handshake.received({ type: "LOGGED_IN", messageId: "1_1" }, widget);
  page.handshake.received({ type: "USER_AVAILABLE", messageId: "1_1" }, widget);
  assert.deepEqual(received(page).map((event) => event.payload.type), ["LOGGED_IN", "USER_AVAILABLE"]);
});

test("after_the_answer_messages_go_to_the_origin_it_names", () => {
  const page = loaded();
  page.handshake.received(ack("host-1", { iFrameUrl: "https://other.test" }), widget);
  page.handshake.send({ type: "END_CALL" });
  assert.equal(page.posted.at(-1).targetOrigin, "https://other.test");
});

test("sdk_0_0_6_names_no_origin_so_the_first_one_stays", () => {
  const page = loaded();
  page.handshake.received({ type: "SYNC_ACK", messageId: "host-1", version: "0.0.1" }, widget);
  page.handshake.send({ type: "END_CALL" });
  assert.equal(page.posted.at(-1).targetOrigin, widget);
});

test("set_widget_url_at_the_top_level_changes_the_origin_of_the_next_document", () => {
  const page = loaded();
  page.handshake.received(ack("host-1"), widget);
  page.handshake.received({ type: "SET_WIDGET_URL", messageId: "1", iFrameUrl: "https://next.test/full/path?q" }, widget);
  page.handshake.loaded();
  assert.equal(page.posted.at(-1).targetOrigin, "https://next.test");
  page.handshake.received(ack(page.last().messageId, { iFrameUrl: "https://next.test" }), "https://next.test");
  assert.equal(page.handshake.state, "synced");
});

test("set_widget_url_with_data_or_without_a_web_address_changes_nothing_here", () => {
  const page = loaded();
  page.handshake.received(ack("host-1"), widget);
  for (const message of [
    { type: "SET_WIDGET_URL", data: { iFrameUrl: "https://next.test" } },
    { type: "SET_WIDGET_URL", iFrameUrl: "/relative" },
    { type: "SET_WIDGET_URL", iFrameUrl: "javascript:alert(1)" },
    { type: "SET_WIDGET_URL" },
  ]) page.handshake.received(message, widget);
  assert.equal(page.handshake.expectedOrigin, widget);
});

test("lenient_mode_greets_every_origin_and_keeps_the_one_that_answers", () => {
  const page = loaded({ lenient: true });
  assert.equal(page.posted[0].targetOrigin, "*");
  page.handshake.received({ type: "NOISE" }, "https://redirected.test");
  page.handshake.received(ack("host-1", { iFrameUrl: "https://redirected.test" }), "https://redirected.test");
  page.handshake.received({ type: "INITIALIZED" }, "https://redirected.test");
  page.handshake.send({ type: "END_CALL" });
  assert.deepEqual([page.handshake.state, page.posted.at(-1).targetOrigin], ["initialized", "https://redirected.test"]);
  assert.equal(page.events.filter((event) => event.kind === "message-refused").length, 1);
});

test("lenient_mode_reaches_a_sandboxed_widget", () => {
  const page = loaded({ lenient: true });
  page.handshake.received(ack("host-1"), "null");
  page.handshake.send({ type: "END_CALL" });
  assert.equal(page.posted.at(-1).targetOrigin, "*");
});

test("an_unloading_widget_is_sent_nothing_until_its_next_document_answers", () => {
  const page = loaded();
  page.handshake.received(ack("host-1"), widget);
  page.handshake.received({ type: "UNLOADING" }, widget);
  assert.equal(page.handshake.send({ type: "END_CALL" }), false);
});

test("initialized_counts_only_after_the_answer", () => {
  const page = loaded();
  page.handshake.received({ type: "INITIALIZED" }, widget);
  assert.equal(page.handshake.state, "syncing");
});

test("a_frame_that_never_loads_fails_and_a_late_load_recovers", async () => {
  const page = host();
  page.handshake.loading(`${widget}/app`);
  await page.clock.pass(30_000);
  assert.match(page.states.at(-1), /^failed: .* did not load within 30 s/);
  page.handshake.loaded();
  assert.equal(page.handshake.state, "syncing");
});

test("a_removed_frame_stops_everything", async () => {
  const page = loaded();
  page.handshake.removed();
  page.handshake.received(ack("host-1"), widget);
  await page.clock.pass(1000);
  assert.deepEqual([page.posted.length, page.handshake.state, page.clock.pending], [1, "absent", 0]);
});

test("the_failure_names_the_origin_the_widget_was_redirected_to_even_when_it_spoke_while_loading", async () => {
  const page = host();
  page.handshake.loading(`${widget}/app`);
  page.handshake.received({ type: "noise" }, "https://login.test");
  page.handshake.loaded();
  await page.clock.pass(31_000);
  assert.match(page.states.at(-1), /redirected to https:\/\/login\.test/);
});

test("a_late_SYNC_has_its_whole_limit_before_it", async () => {
  const page = loaded({ fault: { mode: "late", delay: 5000, limit: 1000 } });
  await page.clock.pass(4999);
  assert.equal(page.posted.length, 0);
  await page.clock.pass(1);
  assert.equal(page.last().type, "SYNC");
  await page.clock.pass(999);
  assert.equal(page.handshake.state, "syncing");
  page.handshake.received(ack(page.last().messageId), widget);
  assert.equal(page.handshake.state, "synced");
});

test("a_SYNC_that_never_comes_fails_after_the_limit_and_the_reason_says_that_it_was_asked_for", async () => {
  const page = loaded({ fault: { mode: "never", limit: 2000 } });
  await page.clock.pass(2000);
  assert.deepEqual(page.posted, []);
  assert.match(page.states.at(-1), /^failed: The portal's faults ask for it: SYNC was not sent\. The host waited 2 s\./);
});

test("a_SYNC_from_the_wrong_origin_is_posted_by_somebody_else_in_the_name_of_another_host", () => {
  const page = loaded({ fault: { mode: "wrongOrigin" } });
  assert.deepEqual(page.posted, []);
  const [{ message, targetOrigin }] = page.strange;
  assert.deepEqual([message.type, message.hostUrl, message.portalId, targetOrigin], ["SYNC", "https://wrong-origin.invalid", 1, widget]);
});

test("an_answer_nobody_takes_notice_of_is_reported_as_ignored_and_SYNC_goes_on", async () => {
  const page = loaded({ fault: { mode: "unacknowledged", limit: 1000 } });
  page.handshake.received(ack("host-1"), widget);
  page.handshake.received({ type: "INITIALIZED" }, widget);
  await page.clock.pass(100);
  assert.deepEqual(received(page).map(({ payload, ignored }) => [payload.type, ignored]), [["SYNC_ACK", true], ["INITIALIZED", true]]);
  assert.deepEqual([page.handshake.state, page.posted.length], ["syncing", 2]);
  await page.clock.pass(1000);
  assert.match(page.states.at(-1), /^failed: .*SYNC_ACK included/);
});

test("a_fault_is_for_the_next_document_only", async () => {
  const page = loaded({ fault: { mode: "never" } });
  page.handshake.expect(null);
  await page.clock.pass(1000);
  assert.deepEqual(page.posted, [], "this document keeps its fault");
  page.handshake.loaded();
  assert.equal(page.last().type, "SYNC");
  page.handshake.expect({ mode: "never" });
  page.handshake.received(ack(page.last().messageId), widget);
  assert.equal(page.handshake.state, "synced", "and this one has none");
});
