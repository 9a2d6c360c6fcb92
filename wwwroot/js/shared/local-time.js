// The server says times in UTC, since it cannot know where the reader is. The browser does; the exact time stays in the
// element's title.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** @type {readonly [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][]} */
const units = [
  [minute, second, "second"],
  [hour, minute, "minute"],
  [day, hour, "hour"],
  [7 * day, day, "day"],
];

/**
 * @param {ParentNode} root
 * @param {Date} [now]
 */
export function showLocalTimes(root, now = new Date()) {
  for (const element of root.querySelectorAll("time[datetime]")) {
    const at = new Date(element.getAttribute("datetime") ?? "");
    if (Number.isNaN(at.getTime())) continue;
    const ago = element.hasAttribute("data-relative") ? relativeTime(at, now) : undefined;
    const text = ago ?? localTime(at, element.hasAttribute("data-precise"));
    if (element.textContent !== text) element.textContent = text;
    if (ago !== undefined) element.setAttribute("title", exactTime(at));
  }
  for (const drawing of root.querySelectorAll("svg.sequence")) showLocalClocks(drawing);
}

/**
 * A drawing has no time elements: its clocks say in `data-at` when, and one text above them in which zone.
 * @param {Element} drawing
 */
function showLocalClocks(drawing) {
  for (const clock of drawing.querySelectorAll("[data-at]")) {
    const at = new Date(clock.getAttribute("data-at") ?? "");
    const text = localTime(at, true);
    if (clock.textContent === text) continue;
    clock.textContent = text;
    const zone = drawing.querySelector(".zone");
    if (zone) zone.textContent = zoneOf(at);
  }
}

/**
 * Shows all times of the document, and keeps true how long ago they were.
 * @param {Document} document
 * @param {(run: () => void, milliseconds: number) => unknown} [every]
 */
export function keepLocalTimes(document, every = setInterval) {
  showLocalTimes(document);
  every(() => {
    // Nobody reads a page in the background, and the next turn comes soon.
    if (document.visibilityState === "visible") showLocalTimes(document);
  }, 10 * second);
}

/**
 * @param {Date} at
 * @param {boolean} precise the time of day to the millisecond, instead of date and minute
 * @param {string} [locale] the browser's by default
 * @param {string} [timeZone] the same
 */
export function localTime(at, precise, locale, timeZone) {
  const clock = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit" });
  /** @type {Intl.DateTimeFormatOptions} */
  const shown = precise
    ? { ...clock, second: "2-digit", fractionalSecondDigits: 3 }
    : { ...clock, day: "numeric", month: "short", year: "numeric" };
  return new Intl.DateTimeFormat(locale, { ...shown, ...(timeZone ? { timeZone } : {}) }).format(at);
}

/**
 * The short name of the zone as it is at a time: GMT+1, EST.
 * @param {Date} at
 * @param {string} [locale]
 * @param {string} [timeZone]
 */
export function zoneOf(at, locale, timeZone) {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: "short", ...(timeZone ? { timeZone } : {}) }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/**
 * "3 minutes ago"; undefined for what is too long ago to be told like that. A clock that is a little ahead makes nothing
 * come from the future.
 * @param {Date} at
 * @param {Date} now
 * @param {string} [locale]
 */
export function relativeTime(at, now, locale) {
  const age = Math.max(0, now.getTime() - at.getTime());
  const fitting = units.find(([limit]) => age < limit);
  if (!fitting) return undefined;
  const [, size, unit] = fitting;
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-Math.floor(age / size), unit);
}

/**
 * Date and time to the second, with the zone.
 * @param {Date} at
 * @param {string} [locale]
 * @param {string} [timeZone]
 */
export function exactTime(at, locale, timeZone) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long", ...(timeZone ? { timeZone } : {}) }).format(at);
}
