import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "./fake-clock.js";
import { event, page } from "./relay-page.js";

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
