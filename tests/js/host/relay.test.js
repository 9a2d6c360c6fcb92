import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "./fake-clock.js";
import { event, page, view } from "./relay-page.js";

test("events_are_numbered_from_1_and_what_happens_together_travels_together", async () => {
  const { relay, requests } = page();
  assert.deepEqual([relay.push(event("frame-loading")), relay.push(event("frame-loaded"))], [1, 2]);
  await settle();
  assert.deepEqual(requests.map(({ body }) => body), [{
    received: 0,
    events: [{ kind: "frame-loading", sequence: 1, age: 0 }, { kind: "frame-loaded", sequence: 2, age: 0 }],
  }]);
});

test("one_request_is_under_way_and_what_queues_up_goes_in_the_next", async () => {
  const { relay, accept, sent } = page();
  relay.push(event());
  await settle();
  relay.push(event());
  relay.push(event());
  await settle();
  assert.deepEqual(sent(), [[1]]);
  await accept(1);
  assert.deepEqual(sent(), [[1], [2, 3]]);
});

test("age_is_the_time_since_the_event_when_the_request_goes_out", async () => {
  const { clock, relay, requests, answer } = page();
  relay.push(event());
  await answer(503, {});
  await clock.pass(250);
  assert.equal(requests[1].body.events[0].age, 250);
});

test("unacknowledged_events_are_sent_again_under_the_same_numbers_for_ever", async () => {
  const { clock, relay, requests, sent } = page();
  relay.push(event());
  await settle();
  for (const status of [500, null, 503, 408, null, 429, 502, 504]) {
    if (status === null) requests.at(-1).reject(new TypeError("network"));
    else requests.at(-1).resolve({ status, json: async () => ({}) });
    await clock.pass(3000);
  }
  assert.deepEqual(sent(), Array(9).fill([1]));
});

test("the_pauses_grow_from_250_ms_to_3_s", async () => {
  const { clock, relay, requests, answer } = page();
  relay.push(event());
  const pauses = [];
  for (const pause of [250, 500, 1000, 2000, 3000, 3000]) {
    await answer(503, {});
    const count = requests.length;
    await clock.pass(pause - 1);
    pauses.push(requests.length - count);
    await clock.pass(1);
    pauses.push(requests.length - count);
  }
  assert.deepEqual(pauses, Array(6).fill([0, 1]).flat());
});

test("trouble_is_told_with_the_number_of_waiting_events_and_taken_back", async () => {
  const { clock, relay, troubles, answer, accept } = page();
  relay.push(event());
  await answer(503, {});
  relay.push(event());
  await clock.pass(250);
  await accept(2);
  assert.deepEqual(troubles, [1, 2, null]);
});

test("effects_are_carried_out_once_each_and_the_highest_is_confirmed", async () => {
  const { relay, requests, carriedOut, accept } = page();
  const effect = (number, kind) => ({ number, effect: { kind } });
  relay.push(event());
  await accept(1, [effect(1, "open-frame"), effect(2, "ask-close")]);
  relay.push(event());
  await accept(2, [effect(1, "open-frame"), effect(2, "ask-close"), effect(3, "reload-frame")]);
  relay.push(event());
  await settle();
  assert.deepEqual(carriedOut, ["open-frame", "ask-close", "reload-frame"]);
  assert.deepEqual(requests.map(({ body }) => body.received), [0, 2, 3]);
});

test("a_broken_effect_stops_neither_the_others_nor_the_view", async (t) => {
  t.mock.method(console, "error", () => {});
  const { relay, carriedOut, views, accept } = page();
  relay.push(event());
  await accept(1, [{ number: 1, effect: { kind: "broken" } }, { number: 2, effect: { kind: "open-frame" } }]);
  assert.deepEqual([carriedOut, views], [["broken", "open-frame"], [view]]);
});

test("an_open_page_asks_every_10_s_and_at_once_when_it_is_woken", async () => {
  const { clock, relay, accept, sent, requests } = page();
  relay.push(event());
  await accept(1);
  await clock.pass(9_999);
  assert.equal(requests.length, 1);
  await clock.pass(1);
  await accept(1);
  relay.wake();
  await settle();
  assert.deepEqual(sent(), [[1], [], []]);
  assert.equal(requests[2].at, 10_000);
});

test("waking_before_the_first_event_asks_nothing", async () => {
  const { relay, requests } = page();
  relay.wake();
  await settle();
  assert.equal(requests.length, 0);
});

test("a_batch_has_at_most_200_events_and_about_a_megabyte", async () => {
  const { relay, requests, accept } = page();
  for (let i = 0; i < 450; i++) relay.push(event());
  await accept(200);
  await accept(400);
  await accept(450);
  assert.deepEqual(requests.map(({ body }) => body.events.length), [200, 200, 50]);
  for (let i = 0; i < 9; i++) relay.push({ kind: "message", payload: "x".repeat(240_000), origin: "", acknowledges: false });
  await settle();
  assert.equal(requests[3].body.events.length, 4);
});

test("an_event_larger_than_a_batch_still_goes_out_alone", async () => {
  const { relay, sent } = page();
  relay.push({ kind: "message", payload: "x".repeat(2_000_000), origin: "", acknowledges: false });
  relay.push(event());
  await settle();
  assert.deepEqual(sent(), [[1]]);
});

test("news_during_a_request_is_fetched_right_after_it", async () => {
  const { relay, requests, accept } = page();
  relay.push(event());
  await settle();
  relay.wake();
  await settle();
  assert.equal(requests.length, 1);
  await accept(1);
  assert.equal(requests.length, 2);
  await accept(1);
  assert.equal(requests.length, 2);
});

test("a_late_reply_holds_up_what_comes_after_it_and_is_confirmed_only_once_posted", async () => {
  const { clock, relay, carriedOut, requests, accept } = page();
  const late = (number, delay) => ({ number, effect: { kind: `send`, message: { type: "T" }, delay } });
  relay.push(event());
  await settle();
  await accept(1, [{ number: 1, effect: { kind: "open-frame" } }, late(2, 300), late(3, 100), { number: 4, effect: { kind: "alert" } }]);
  assert.deepEqual(carriedOut, ["open-frame"]);

  relay.push(event());
  await clock.pass(299);
  assert.equal(requests.at(-1).body.received, 1);
  await accept(2, [late(2, 300), late(3, 100), { number: 4, effect: { kind: "alert" } }]);
  assert.deepEqual(carriedOut, ["open-frame"]);

  await clock.pass(1);
  assert.deepEqual(carriedOut, ["open-frame", "send", "send", "alert"]);
  relay.push(event());
  await settle();
  assert.equal(requests.at(-1).body.received, 4);
});

test("what_is_to_go_wrong_is_known_before_the_effect_it_is_about", async () => {
  const { relay, carriedOut, answer } = page();
  relay.push(event("opened"));
  await answer(200, { acknowledged: 1, effects: [{ number: 1, effect: { kind: "open-frame" } }], view, handshake: { mode: "never" } });
  assert.deepEqual(carriedOut, ["fault never", "open-frame"]);
});
