import assert from "node:assert/strict";
import { test } from "node:test";
import { exactTime, localTime, relativeTime, zoneOf } from "../../../wwwroot/js/shared/local-time.js";

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

for (const [before, locale, expected] of [
  [0, "en", "now"],
  [-3, "en", "now"],
  [42, "en", "42 seconds ago"],
  [60, "en", "1 minute ago"],
  [3 * 60 + 59, "de", "vor 3 Minuten"],
  [2 * 3600, "en", "2 hours ago"],
  [86_400, "en", "yesterday"],
  [6 * 86_400, "fr", "il y a 6 jours"],
  [7 * 86_400, "en", undefined],
]) {
  test(`what was ${before} s ago is told in ${locale} as ${expected ?? "a date"}`, () => {
    assert.equal(relativeTime(at, new Date(at.getTime() + before * 1000), locale), expected);
  });
}

for (const [day, expected] of [["2026-03-29T00:59:59Z", "GMT+1"], ["2026-03-29T01:00:00Z", "GMT+2"]]) {
  test(`the zone of ${day} in Berlin is ${expected}`, () => {
    assert.equal(zoneOf(new Date(day), "en-US", "Europe/Berlin"), expected);
  });
}

test("the exact time names its zone", () => {
  assert.match(exactTime(at, "en-US", "Asia/Tokyo"), /^Friday, January 1, 2027 at 8:30:05\sAM GMT\+9$/u);
});
