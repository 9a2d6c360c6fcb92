import assert from "node:assert/strict";
import { test } from "node:test";
import { toWire } from "../../../wwwroot/js/host/to-wire.js";

/** What the server would read. */
const wire = (value) => JSON.parse(JSON.stringify(toWire(structuredClone(value))));

test("an_ordinary_message_is_taken_as_it_is", () => {
  const message = { type: "CALL_ENDED", messageId: "1_2", data: { callEndStatus: "BUSY", list: [1, null, true, "x"] } };
  assert.deepEqual(wire(message), message);
});

test("what_json_cannot_hold_says_what_it_was", () => {
  const value = {
    type: "X",
    big: 10n ** 20n,
    date: new Date(0),
    notDate: new Date(NaN),
    nan: NaN,
    infinite: -Infinity,
    map: new Map([["a", { b: 1 }]]),
    set: new Set([1, 2]),
    bytes: new Uint8Array(3),
    buffer: new ArrayBuffer(5),
    error: new TypeError("no"),
    pattern: /a+/g,
    boxed: Object("text"),
  };
  assert.deepEqual(wire(value), {
    type: "X",
    big: "[bigint: 100000000000000000000]",
    date: "[date: 1970-01-01T00:00:00.000Z]",
    notDate: "[date: invalid]",
    nan: "[number: NaN]",
    infinite: "[number: -Infinity]",
    map: { "[map]": [["a", { b: 1 }]] },
    set: { "[set]": [1, 2] },
    bytes: "[Uint8Array: 3 bytes]",
    buffer: "[ArrayBuffer: 5 bytes]",
    error: "[error: TypeError: no]",
    pattern: "[regexp: /a+/g]",
    boxed: "text",
  });
});

test("undefined_is_left_out_of_objects_and_named_in_lists", () => {
  assert.deepEqual(wire({ type: "X", data: undefined, list: [undefined] }), { type: "X", list: ["[undefined]"] });
});

test("a_cycle_is_named_and_a_shared_object_is_written_twice", () => {
  const shared = { a: 1 };
  const value = { one: shared, two: shared };
  value.self = value;
  assert.deepEqual(wire(value), { one: { a: 1 }, two: { a: 1 }, self: "[circular]" });
});

test("deep_nesting_stops_at_32_levels", () => {
  let value = "bottom";
  for (let i = 0; i < 5000; i++) value = { in: value };
  const json = JSON.stringify(toWire(value));
  assert.equal(json.match(/\{/g)?.length, 32);
  assert.match(json, /\[truncated: nested deeper than 32 levels\]/);
});

test("a_long_string_keeps_its_beginning_and_says_how_long_it_was", () => {
  const { data } = wire({ type: "X", data: { body: "a".repeat(1_234_567) } });
  assert.equal(data.body.length, 65_536);
  assert.ok(data.body.startsWith("aaaa") && data.body.endsWith("[truncated: 1234567 characters]"));
});

test("half_a_surrogate_pair_is_replaced", () => {
  assert.deepEqual(wire({ ["k\uD800"]: "x\uDC00", fine: "😀" }), { "k\uFFFD": "x\uFFFD", fine: "😀" });
});

test("type_message_id_and_the_scalars_of_data_survive_a_flood", () => {
  const flood = Array.from({ length: 200_000 }, (_, i) => `item ${i}`);
  const names = Object.fromEntries(flood.map((key) => [key, key]));
  const result = wire({ flood, names, note: "n".repeat(60_000), data: { flood, engagementId: 7 }, messageId: "m", type: "CALL_DATA" });
  assert.equal(result.type, "CALL_DATA");
  assert.equal(result.messageId, "m");
  assert.equal(result.data.engagementId, 7);
  assert.match(JSON.stringify(result), /more items\]/);
});

test("the_whole_stays_within_its_bounds", () => {
  const strings = Array.from({ length: 1000 }, () => "\u0000".repeat(70_000));
  const keys = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`${i}`.padStart(500, "k"), i]));
  for (const value of [strings, keys, { strings, keys }, new Array(4_000_000_000), "z".repeat(10_000_000)]) {
    assert.ok(JSON.stringify(toWire(value)).length < 800_000);
  }
});

test("objects_without_prototype_and_the_key_proto_stay_data", () => {
  const value = Object.assign(Object.create(null), { a: 1 });
  assert.deepEqual(wire(value), { a: 1 });
  const result = JSON.stringify(toWire(JSON.parse('{"type":"X","__proto__":{"polluted":true}}')));
  assert.equal(result, '{"type":"X","__proto__":{"polluted":true}}');
});

test("it_never_throws", () => {
  const hostile = { get type() { throw new Error("no reading"); } };
  assert.equal(toWire(hostile), "[unreadable: no reading]");
  assert.equal(toWire(Symbol("s")), "[symbol]");
  assert.equal(toWire(undefined), "[undefined]");
});
