import assert from "node:assert/strict";
import { test } from "node:test";
import { localTime } from "../../../wwwroot/js/shared/local-time.js";

const at = new Date("2026-12-31T23:30:05.078Z");

for (const [locale, zone, precise, expected] of [
  ["en-US", "America/New_York", false, /^Dec 31, 2026, 06:30\sPM$/u],
  ["de-DE", "Asia/Tokyo", false, /^1\. Jan\. 2027, 08:30$/u],
  ["de-DE", "Asia/Tokyo", true, /^08:30:05,078$/u],
]) {
  test(`a time is told as in ${locale} and ${zone}${precise ? ", to the millisecond" : ""}`, () => {
    assert.match(localTime(at, precise, locale, zone), expected);
  });
}
