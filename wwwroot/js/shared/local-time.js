// The server says times in UTC, since it cannot know where the reader is. The browser does; the exact time in UTC stays
// in the element's title.

/**
 * @param {ParentNode} root
 */
export function showLocalTimes(root) {
  for (const element of root.querySelectorAll("time[datetime]")) {
    const at = new Date(element.getAttribute("datetime") ?? "");
    if (!Number.isNaN(at.getTime())) element.textContent = localTime(at, element.hasAttribute("data-precise"));
  }
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
