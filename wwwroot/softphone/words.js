/** @import { Call, EndStatus, State } from "./types.js" */

/** HubSpot's own outcomes have the same ids in every portal. */
export const outcomes = [
  { id: "", label: "No outcome" },
  { id: "f240bbac-87c9-4f6e-bf70-924b57d47db7", label: "Connected" },
  { id: "b2cf5968-551e-4856-9783-52b3da59a7d0", label: "Left voicemail" },
  { id: "a4c4c377-d246-4b32-a13b-75a56a4cd0ff", label: "Left live message" },
  { id: "73a0d17f-1163-4015-bdd5-ec830791da20", label: "No answer" },
  { id: "9d9162e7-6cf3-4944-bf63-4dff82258764", label: "Busy" },
  { id: "17b47fee-58de-441e-a44c-c6300d46f273", label: "Wrong number" },
];

/**
 * The outcome that a call's end suggests; the agent has the last word.
 * @param {Call} call
 */
export function suggestedOutcome(call) {
  const label = call.endStatus === "BUSY" ? "Busy" : call.answeredAt !== null ? "Connected" : "No answer";
  return outcomes.find((outcome) => outcome.label === label)?.id ?? "";
}

/**
 * @param {State} state
 * @returns {string}
 */
export function describeState({ phase, call, choices }) {
  switch (phase) {
    case "idle":
      return !choices.loggedIn ? "Logged out" : choices.available ? "Ready" : "Ready to dial, not available for callers";
    case "dialing":
      return "Dialing…";
    case "ringing":
      return "Incoming call";
    case "inCall":
      return call?.direction === "INBOUND" ? "In an inbound call" : "In an outbound call";
    case "wrapUp":
      return `Call ended: ${describeEnd(call?.endStatus ?? "COMPLETED")}`;
  }
}

/** @param {EndStatus} status */
function describeEnd(status) {
  return status.toLowerCase().replace("_", " ");
}

/** @param {Call} call */
export function describeEngagement(call) {
  if (call.engagementBy === "APP") {
    const announced = call.announcedId !== null && call.announcedId === call.engagementId;
    return announced
      ? "This app told HubSpot about it in CALL_DATA."
      : "Made up by this app, sent once the call is answered. A real app gets it from HubSpot’s REST API.";
  }
  return call.engagementId === null ? "HubSpot was asked to create it and has not answered yet." : "Created by HubSpot.";
}

/**
 * @param {number} milliseconds
 * @returns {string} `m:ss`, with hours when there are any
 */
export function describeDuration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, "0")];
  return h > 0 ? `${h}:${String(m).padStart(2, "0")}:${s}` : `${m}:${s}`;
}
