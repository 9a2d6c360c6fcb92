import assert from "node:assert/strict";
import { test } from "node:test";
import { ack, host, loaded, widget } from "./handshake-page.js";

test("messages_of_another_origin_are_refused_and_at_most_20_are_told_per_load", () => {
  const page = loaded();
  for (let i = 0; i < 50; i++) page.handshake.received(ack("host-1"), "https://evil.test");
  assert.equal(page.handshake.state, "syncing");
  assert.deepEqual(page.events.slice(3, 4), [
    { kind: "message-refused", payload: ack("host-1"), origin: "https://evil.test", expectedOrigin: widget },
  ]);
  assert.equal(page.events.length, 3 + 20);
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

test("the_failure_names_the_origin_the_widget_was_redirected_to_even_when_it_spoke_while_loading", async () => {
  const page = host();
  page.handshake.loading(`${widget}/app`);
  page.handshake.received({ type: "noise" }, "https://login.test");
  page.handshake.loaded();
  await page.clock.pass(31_000);
  assert.match(page.states.at(-1), /redirected to https:\/\/login\.test/);
});
