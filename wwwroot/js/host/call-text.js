/** @import { CallState, CallView, SurfaceView } from "../shared/types.js" */

/** @type {readonly string[]} */
const active = ["dial-sent", "dialing", "ringing", "in-progress", "wrap-up"];

/** The state the call bar shows; a call that is over is no call.
 * @param {CallView | null | undefined} call
 * @returns {CallState}
 */
export function callState(call) {
  return call && active.includes(call.state) ? /** @type {CallState} */ (call.state) : "idle";
}

/** @type {Record<string, string>} */
const endings = {
  BUSY: "the line was busy",
  CANCELED: "canceled",
  FAILED: "failed",
  MISSED: "missed",
  NO_ANSWER: "no answer",
  REJECTED: "declined",
};

/** @type {Record<CallView["place"], string>} */
const places = { here: "", window: " in the calling window", tab: " in another tab" };

const endable = ["dialing", "ringing", "in-progress"];

/** Whether there is something to hang up, wherever it is.
 * @param {CallView | null | undefined} call
 */
export function canEnd(call) {
  return endable.includes(callState(call));
}

/**
 * The state in words.
 * @param {CallView | null | undefined} call
 * @param {string} provider
 * @returns {string}
 */
export function stateText(call, provider) {
  const state = callState(call);
  const elsewhere = call ? places[call.place] : "";
  switch (state) {
    case "idle":
      return "No active call";
    case "dial-sent":
      return `Waiting for ${provider} to dial${elsewhere}`;
    case "dialing":
      return `Calling${elsewhere}`;
    case "ringing":
      return `Incoming call${elsewhere}`;
    case "in-progress":
      return `In a call${elsewhere}`;
    case "wrap-up": {
      const ending = endings[call?.endStatus ?? ""];
      return ending ? `Call ended (${ending}), wrapping up${elsewhere}` : `Call ended, wrapping up${elsewhere}`;
    }
    default:
      return /** @satisfies {never} */ (state);
  }
}

/**
 * @param {number} milliseconds
 * @returns {string} `m:ss`, from an hour on `h:mm:ss`
 */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = String(s).padStart(2, "0");
  return h > 0 ? `${h}:${String(m).padStart(2, "0")}:${tail}` : `${m}:${tail}`;
}

/**
 * What is known of the agent at the other end of the panel. Availability is about inbound calls, so it is shown where
 * they can come.
 * @param {SurfaceView} view
 * @param {boolean} inbound
 * @returns {{ text: string, tone: string } | null} null: the widget has not said
 */
export function agentBadge({ loggedIn, available }, inbound) {
  if (loggedIn === null || loggedIn === undefined) return null;
  if (!loggedIn) return { text: "Logged out", tone: "warn" };
  if (available) return { text: "Available", tone: "good" };
  return inbound ? { text: "Unavailable", tone: "warn" } : { text: "Logged in", tone: "good" };
}

/**
 * @param {number | null} waiting events the server has not taken; null when it answers
 * @returns {string} empty when nothing is wrong
 */
export function troubleText(waiting) {
  if (waiting === null) return "";
  return `The portal does not answer; ${waiting === 1 ? "1 event waits" : `${waiting} events wait`}.`;
}
