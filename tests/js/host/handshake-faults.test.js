import assert from "node:assert/strict";
import { test } from "node:test";
import { ack, loaded, received, widget } from "./handshake-page.js";

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
