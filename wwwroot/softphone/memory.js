/** @import { Choices, SavedCall, State } from "./types.js" */
import { asRecord } from "./wire.js";

const choicesKey = "softphone.choices";
const callKey = "softphone.call";

/** @returns {Choices} */
export function rememberedChoices() {
  const saved = asRecord(read(() => localStorage, choicesKey));
  return {
    loggedIn: saved["loggedIn"] !== false,
    available: saved["available"] !== false,
    engagementBy: saved["engagementBy"] === "APP" ? "APP" : "HUBSPOT",
    hideWidget: saved["hideWidget"] !== false,
  };
}

/**
 * HubSpot reloads its page, and this widget with it, to show a record during a call.
 * @returns {SavedCall | null}
 */
export function rememberedCall() {
  const saved = read(() => sessionStorage, callKey);
  return asRecord(saved)["call"] ? /** @type {SavedCall} */ (saved) : null;
}

/** @param {State} state */
export function remember({ choices, phase, call, portal }) {
  write(() => localStorage, choicesKey, choices);
  // Before the greeting it is not known yet whether the remembered call still runs.
  if (portal) write(() => sessionStorage, callKey, { portalId: portal.portalId, phase, call });
}

/**
 * A browser may forbid storage inside a foreign page; then nothing is remembered.
 * @param {() => Storage} storage
 * @param {string} key
 * @returns {unknown}
 */
function read(storage, key) {
  try {
    return JSON.parse(storage().getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {() => Storage} storage
 * @param {string} key
 * @param {unknown} value
 */
function write(storage, key, value) {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    // Nothing is remembered then.
  }
}
