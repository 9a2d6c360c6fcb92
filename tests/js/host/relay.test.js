import assert from "node:assert/strict";
import { test } from "node:test";
import { Relay } from "../../../wwwroot/js/host/relay.js";
import { FakeClock, settle } from "./fake-clock.js";

const view = { visibility: "hidden", phase: "absent", blocksNavigation: false };

/** A relay whose server is played by the test: every request waits for its answer. */
function page() {
  const clock = new FakeClock();
  const requests = [];
  const carriedOut = [];
  const views = [];
  const troubles = [];
  const notes = [];
  const relay = new Relay({
    clock,
    send: (body) => new Promise((resolve, reject) => requests.push({ at: clock.now(), body, resolve, reject })),
    carryOut: (effect) => {
      carriedOut.push(effect.kind);
      if (effect.kind === "broken") throw new Error("broken effect");
    },
    show: (shown) => views.push(shown),
    troubled: (waiting) => troubles.push(waiting),
    forgotten: () => {
      notes.push("forgotten");
      relay.restart();
      relay.push(event("opened"));
    },
    reset: () => notes.push("reset"),
    gone: (detail) => notes.push(`gone: ${detail}`),
    rejected: (detail) => notes.push(`rejected: ${detail}`),
  });
  /** Answers the request under way. */
  const answer = async (status, json) => {
    await settle();
    requests.at(-1).resolve({ status, json: async () => json });
    await settle();
  };
  const accept = (acknowledged, effects = []) => answer(200, { acknowledged, effects, view });
  const sent = () => requests.map(({ body }) => body.events.map((event) => event.sequence));
  return { clock, relay, requests, carriedOut, views, troubles, notes, answer, accept, sent };
}

const event = (kind = "minimize") => ({ kind });

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

test("a_surface_the_server_forgot_starts_counting_anew", async () => {
  const { relay, requests, notes, answer, accept, carriedOut, views } = page();
  relay.push(event());
  await settle();
  await accept(1, [{ number: 5, effect: { kind: "alert" } }]);
  relay.push(event());
  await settle();
  await answer(200, { acknowledged: 2, effects: [], view: null });
  assert.deepEqual(notes, ["forgotten"]);
  assert.deepEqual(requests.at(-1).body, { received: 0, events: [{ kind: "opened", sequence: 1, age: 0 }] });
  await accept(1, [{ number: 1, effect: { kind: "open-frame" } }]);
  assert.deepEqual(carriedOut, ["alert", "open-frame"]);
  assert.equal(views.length, 2);
});

test("404_ends_it", async () => {
  const { clock, relay, requests, notes, answer } = page();
  relay.push(event());
  await answer(404, { detail: "There is no portal 7." });
  relay.push(event());
  relay.wake();
  await clock.pass(60_000);
  assert.deepEqual([notes, requests.length], [["gone: There is no portal 7."], 1]);
});

test("another_refusal_is_told_the_batch_dropped_and_the_rest_goes_on", async () => {
  const { relay, notes, answer, sent } = page();
  relay.push(event());
  await settle();
  relay.push(event());
  await answer(400, { title: "Bad Request", detail: "age: must not be negative." });
  assert.deepEqual([notes, sent(), relay.settled], [["rejected: age: must not be negative."], [[1], [2]], 1]);
});

test("a_refusal_without_a_reason_names_the_status", async () => {
  const { relay, notes, requests } = page();
  relay.push(event());
  await settle();
  requests[0].resolve({ status: 413, json: async () => { throw new SyntaxError("html"); } });
  await settle();
  assert.deepEqual(notes, ["rejected: The portal answered 413."]);
});

test("an_answer_cut_off_in_the_middle_is_asked_for_again", async () => {
  const { clock, relay, requests, accept, views } = page();
  relay.push(event());
  await settle();
  requests[0].resolve({ status: 200, json: async () => { throw new SyntaxError("end of input"); } });
  await clock.pass(250);
  await accept(1);
  assert.deepEqual([requests.length, views.length], [2, 1]);
});

test("a_server_that_stores_nothing_is_not_asked_in_a_loop", async () => {
  const { clock, relay, requests, accept } = page();
  relay.push(event());
  await accept(0);
  assert.equal(requests.length, 1);
  await clock.pass(250);
  assert.equal(requests.length, 2);
});

test("a_leaving_page_hands_over_what_is_waiting_and_closed", async () => {
  const { clock, relay, requests, accept } = page();
  relay.push(event());
  await settle();
  relay.push(event("restore"));
  await clock.pass(40);
  const last = relay.close();
  assert.deepEqual(last, {
    received: 0,
    events: [
      { kind: "minimize", sequence: 1, age: 40 },
      { kind: "restore", sequence: 2, age: 40 },
      { kind: "closed", sequence: 3, age: 0 },
    ],
  });
  assert.equal(relay.close(), null);
  await accept(1, [{ number: 1, effect: { kind: "open-frame" } }]);
  await clock.pass(60_000);
  assert.equal(requests.length, 1);
});

test("a_page_that_never_said_anything_leaves_without_a_word", () => {
  assert.equal(page().relay.close(), null);
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

test("a_page_that_goes_away_posts_nothing_more", async () => {
  const { clock, relay, carriedOut, accept } = page();
  relay.push(event());
  await settle();
  await accept(1, [{ number: 1, effect: { kind: "send", message: { type: "T" }, delay: 50 } }]);
  relay.close();
  await clock.pass(100);
  assert.deepEqual(carriedOut, []);
});

test("a_page_of_a_portal_that_was_reset_is_loaded_anew_and_says_nothing_any_more", async () => {
  const { relay, requests, notes, carriedOut, answer } = page();
  relay.push(event());
  await answer(200, { acknowledged: 1, effects: [{ number: 1, effect: { kind: "alert" } }], view: null, reload: true });
  assert.deepEqual([notes, carriedOut], [["reset"], []]);
  relay.push(event());
  relay.wake();
  await settle();
  assert.equal(requests.length, 1);
  assert.equal(relay.close(), null);
});
