import assert from "node:assert/strict";
import { test } from "node:test";
import { lineOf, Messages, mostLines, rowsInSight } from "../../../wwwroot/js/inspector/messages.js";
import { readMessage } from "../../../wwwroot/js/inspector/send-form.js";

const line = (sequence, type = "READY") => ({
  sequence, through: sequence, times: 1, at: "2026-02-03T12:00:00.000Z", direction: "host", type, summary: null, surface: "s-1", callId: null, byHand: false, warnings: 0,
});
const sequences = (messages) => messages.lines.map((item) => item.sequence);

test("a line that comes twice is taken once", () => {
  const messages = new Messages();
  messages.begin([line(1), line(3)], false);
  for (const sequence of [3, 2, 4, 4, 5]) messages.add(line(sequence));
  assert.deepEqual(sequences(messages), [1, 3, 4, 5]);
});

test("what comes during a pause is counted, kept, and shown afterwards", () => {
  const messages = new Messages();
  messages.begin([line(1)], false);
  messages.pause();
  for (const sequence of [2, 3, 3]) messages.add(line(sequence));
  assert.deepEqual([sequences(messages), messages.heldCount], [[1], 2]);
  messages.resume();
  assert.deepEqual([sequences(messages), messages.heldCount], [[1, 2, 3], 0]);
});

test("of more than anybody reads the latest are kept", () => {
  const messages = new Messages();
  const count = Math.ceil(mostLines * 1.1) + 1;
  for (let sequence = 1; sequence <= count; sequence++) messages.add(line(sequence));
  assert.equal(messages.lines.length, mostLines);
  assert.equal(messages.lines.at(-1)?.sequence, count);
  assert.equal(messages.hasEarlier, true);
});

test("a SYNC that repeats the one before it is counted there, and nothing else is", () => {
  const messages = new Messages();
  messages.begin([line(1, "SYNC")], false);
  for (const sequence of [2, 2, 3]) messages.add(line(sequence, "SYNC"));
  messages.add({ ...line(4, "SYNC"), surface: "s-2" });
  for (const sequence of [5, 6]) messages.add(line(sequence, "READY"));
  messages.add(line(7, "SYNC"));
  assert.deepEqual(
    messages.lines.map(({ sequence, through, times }) => [sequence, through, times]),
    [[1, 3, 3], [4, 4, 1], [5, 5, 1], [6, 6, 1], [7, 7, 1]],
  );
});

test("what repeats during a pause goes on where it stood before", () => {
  const messages = new Messages();
  messages.begin([line(1, "SYNC")], false);
  messages.pause();
  for (const sequence of [2, 3]) messages.add(line(sequence, "SYNC"));
  assert.deepEqual([messages.heldCount, messages.lines[0]?.times], [2, 1]);
  messages.resume();
  messages.add(line(4, "SYNC"));
  assert.deepEqual(messages.lines.map(({ through, times }) => [through, times]), [[4, 4]]);
});

test("the messages of a call that was deleted go, whether they are shown or held", () => {
  const messages = new Messages();
  messages.begin([line(1), { ...line(2), callId: 7 }, { ...line(3), callId: 8 }], false);
  messages.pause();
  messages.add({ ...line(4), callId: 7 });
  messages.forget([7, 9]);
  assert.deepEqual([sequences(messages), messages.heldCount], [[1, 3], 0]);
});

test("warnings of a message are counted", () => {
  assert.equal(lineOf({ ...line(1), warnings: [{ code: "a" }, { code: "b" }] }).warnings, 2);
});

for (const [top, first, end] of [[0, 0, 30], [3200, 90, 130], [319_360, 9970, 10_000]]) {
  test(`of 10000 rows, at ${top} pixels, those in sight are drawn`, () => {
    assert.deepEqual(rowsInSight({ top, height: 640, rowHeight: 32, count: 10_000 }), { first, end });
  });
}

for (const [text, expected] of [
  ["", /There is no message/],
  ["{\"type\": ", /This is not JSON/],
  ["[1]", /A message is an object/],
  ["null", /A message is an object/],
  ["{\"data\": 1}", /has no type/],
  ["{\"type\": \"\"}", /has no type/],
]) {
  test(`${JSON.stringify(text)} is refused in words`, () => {
    assert.match(/** @type {string} */ (readMessage(text)), expected);
  });
}

test("any object with a type is a message", () => {
  assert.deepEqual(readMessage("{\"type\": \"X\", \"more\": [1]}"), { type: "X", more: [1] });
});
