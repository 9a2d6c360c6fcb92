import assert from "node:assert/strict";
import { test } from "node:test";
import { ack, host, loaded, received, widget } from "./handshake-page.js";

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
