/** @import { Call, Choices, EndStatus, Outgoing, Send, State, Step } from "./types.js" */
import { completionPayload, endPayload, engagement, startPayload } from "./call.js";
import { asRecord } from "./wire.js";

/**
 * @param {State} state
 * @param {Send[]} sends
 * @returns {Step}
 */
export function then(state, ...sends) {
  return { state, sends };
}

/**
 * @template {keyof Outgoing} M
 * @param {M} method
 * @param {Outgoing[M]} data
 * @returns {Send}
 */
export function say(method, data) {
  return /** @type {Send} */ ({ method, data });
}

/**
 * @param {State} state
 * @param {Partial<Choices>} choices
 * @returns {State}
 */
export function choose(state, choices) {
  return { ...state, choices: { ...state.choices, ...choices } };
}

/**
 * @param {State} state
 * @param {Partial<Call>} change
 * @returns {State}
 */
export function changeCall(state, change) {
  return state.call ? { ...state, call: { ...state.call, ...change } } : state;
}

/** @param {State} state */
export function isLive({ phase }) {
  return phase === "dialing" || phase === "ringing" || phase === "inCall";
}

/** @param {State} state */
export function canStart({ choices, phase, portal }) {
  return portal !== null && choices.loggedIn && phase === "idle";
}

/**
 * @param {State} state
 * @returns {Step}
 */
export function logIn(state) {
  if (state.choices.loggedIn) return then(state);
  const next = choose(state, { loggedIn: true });
  // HubSpot forgets the availability of an agent who logs out.
  return state.choices.available
    ? then(next, say("userLoggedIn", undefined), say("userAvailable", undefined))
    : then(next, say("userLoggedIn", undefined));
}

/**
 * @param {State} state
 * @param {boolean} available
 * @returns {Step}
 */
export function setAvailable(state, available) {
  if (state.choices.available === available) return then(state);
  return then(choose(state, { available }), say(available ? "userAvailable" : "userUnavailable", undefined));
}

/**
 * HubSpot is told at once, before anybody has answered: it creates the engagement and guards the page.
 * @param {State} state
 * @param {Call} call
 * @returns {Step}
 */
export function startOutbound(state, call) {
  const next = { ...state, phase: /** @type {const} */ ("dialing"), call, notice: null, callerNumber: call.number };
  return then(next, say("outgoingCall", startPayload(call)));
}

/**
 * @param {State} state
 * @param {Call} call
 * @returns {Step}
 */
export function startInbound(state, call) {
  const next = { ...state, phase: /** @type {const} */ ("ringing"), call, notice: null, callerNumber: call.number };
  return then(next, say("incomingCall", startPayload(call)));
}

/**
 * @param {State} state
 * @param {number} at
 * @returns {Step}
 */
export function answer(state, at) {
  const { call, phase } = state;
  if (!call || (phase !== "dialing" && phase !== "ringing")) return then(state);
  const answered = changeCall({ ...state, phase: "inCall" }, { answeredAt: at });
  const answeredMessage = say("callAnswered", { externalCallId: call.externalCallId });
  if (call.engagementBy !== "APP" || call.engagementId === call.announcedId) return then(answered, answeredMessage);
  const announced = announce(answered);
  return then(announced.state, answeredMessage, ...announced.sends);
}

/**
 * @param {State} state
 * @returns {Step}
 */
export function announce(state) {
  const engagementId = state.call?.engagementId ?? null;
  if (engagementId === null) return then(state);
  return then(changeCall(state, { announcedId: engagementId }), say("callData", { engagementId }));
}

/**
 * @param {State} state
 * @param {EndStatus | null} status null lets the course of the call decide
 * @param {number} at
 * @returns {Step}
 */
export function hangUp(state, status, at) {
  const { call } = state;
  if (!call || !isLive(state)) return then(state);
  const endStatus = status ?? (call.answeredAt === null ? "CANCELED" : "COMPLETED");
  const next = changeCall({ ...state, phase: "wrapUp" }, { endedAt: at, endStatus });
  return then(next, say("callEnded", endPayload(call, endStatus)));
}

/**
 * The call goes on with somebody else: nothing is ended or wrapped up here.
 * @param {State} state
 * @returns {Step}
 */
export function transfer(state) {
  if (!state.call || !isLive(state)) return then(state);
  const { externalCallId } = state.call;
  return then({ ...state, phase: "idle", call: null, lastCall: state.call }, say("callTransferred", { externalCallId }));
}

/**
 * @param {State} state
 * @param {string} disposition
 * @param {boolean} [hideWidget]
 * @returns {Step}
 */
export function complete(state, disposition, hideWidget = state.choices.hideWidget) {
  if (!state.call || state.phase !== "wrapUp") return then(state);
  const payload = completionPayload(state.call, hideWidget, disposition);
  return then({ ...state, phase: "idle", call: null, lastCall: state.call, notice: null }, say("callCompleted", payload));
}

/**
 * Help desk apps say so when their engagement is ready for the channel, under the older name or the newer one.
 * @param {State} state
 * @param {"publishToChannel" | "finalizeEngagement"} method
 * @returns {Step}
 */
export function closeForHelpDesk(state, method) {
  const { externalCallId, engagementId } = state.lastCall ?? {};
  if (!externalCallId || !engagementId) return then(state);
  return then(state, say(method, { engagementId, externalCallId }));
}

/**
 * @param {State} state
 * @param {{ index: number, newTab: boolean }} choice
 * @returns {Step}
 */
export function openRecord(state, { index, newTab }) {
  const match = state.call?.matches?.[index];
  if (!state.call || !match) return then(state);
  // Coordinates go back exactly as they came; what they are is HubSpot's business.
  const objectCoordinates = /** @type {any} */ (asRecord(match.coordinates));
  return then(state, say("navigateToRecord", {
    objectCoordinates,
    ...engagement(state.call),
    ...(newTab && { openIn: /** @type {const} */ ("NEW_TAB") }),
  }));
}
