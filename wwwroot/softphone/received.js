/** @import { Event, Portal, State, Step } from "./types.js" */
import { dialledCall, engagement, readMatches } from "./call.js";
import { changeCall, complete, hangUp, isLive, say, startOutbound, then } from "./steps.js";
import { asNumber, asRecord, asText } from "./wire.js";

/** The size the widget asks for; HubSpot's own demos ask for the same. */
const sizeInfo = { width: 400, height: 650 };

/**
 * What HubSpot's messages do to the softphone. All others are only logged.
 * https://github.com/HubSpot/calling-extensions-sdk#events-received-from-hubspot
 * @param {State} state
 * @param {Extract<Event, { type: "received" }>} event
 * @returns {Step}
 */
export function received(state, event) {
  const { message, data } = event;
  switch (message) {
    case "READY":
      return greet(state, data);
    case "DIAL_NUMBER":
      return dial(state, event);
    case "END_CALL":
      return hangUp(state, null, event.at);
    case "ENGAGEMENT_CREATED":
    case "CREATE_ENGAGEMENT_SUCCEEDED":
      return then(adopt(state, asNumber(asRecord(data)["engagementId"])));
    case "CALLER_ID_MATCH_SUCCEEDED":
      return then(changeCall(state, { matches: readMatches(data) }));
    case "CALLER_ID_MATCH_FAILED":
      return bad(state, "HubSpot could not look up the caller", data);
    case "CREATE_ENGAGEMENT_FAILED":
      return bad(state, "HubSpot could not create the engagement", data);
    case "UPDATE_ENGAGEMENT_SUCCEEDED":
      return then({ ...state, notice: { tone: "good", text: "HubSpot saved the call." } });
    case "UPDATE_ENGAGEMENT_FAILED":
      return bad(state, "HubSpot could not save the call", data);
    case "NAVIGATE_TO_RECORD_FAILED":
      return bad(state, "HubSpot could not open the record", data);
    case "SET_WIDGET_URL_FAILED":
      return bad(state, "HubSpot could not load the address", data);
    case "PUBLISH_TO_CHANNEL_SUCCEEDED":
    case "FINALIZE_ENGAGEMENT_SUCCEEDED":
      return then({ ...state, notice: { tone: "good", text: "HubSpot has the call in its help desk." } });
    case "PUBLISH_TO_CHANNEL_FAILED":
    case "FINALIZE_ENGAGEMENT_FAILED":
      return bad(state, "HubSpot knows no engagement of this call", data);
    default:
      return then(state);
  }
}

/**
 * The handshake is done. `engagementId` names a call that runs already: the page was reloaded around this widget.
 * @param {State} state
 * @param {unknown} data
 * @returns {Step}
 */
function greet(state, data) {
  const ready = asRecord(data);
  /** @type {Portal} */
  const portal = {
    portalId: asNumber(ready["portalId"]),
    userId: asNumber(ready["userId"]),
    ownerId: asNumber(ready["ownerId"]) ?? (asText(ready["ownerId"]) || null),
    iframeLocation: asText(ready["iframeLocation"]) || null,
    hostUrl: asText(ready["hostUrl"]) || null,
    usesCallingWindow: ready["usesCallingWindow"] !== false,
  };
  const next = resume({ ...state, portal, resumable: null }, state.resumable, asNumber(ready["engagementId"]));
  const { loggedIn, available } = next.choices;
  return then(
    next,
    say("initialized", {
      isLoggedIn: loggedIn,
      isAvailable: loggedIn && available,
      sizeInfo,
      ...(next.call && engagement(next.call)),
    }),
  );
}

/**
 * @param {State} state
 * @param {State["resumable"]} saved
 * @param {number | null} running the engagement HubSpot says is running
 * @returns {State}
 */
function resume(state, saved, running) {
  if (!saved || saved.portalId !== state.portal?.portalId) return state;
  const known = saved.call.engagementId;
  if (running !== null && known !== null && running !== known) return state;
  const call = { ...saved.call, engagementId: known ?? running };
  return { ...state, phase: saved.phase, call, callerNumber: call.number };
}

/**
 * HubSpot never dials during a call and never while the agent is logged out; if it does, it hears why nothing happens.
 * @param {State} state
 * @param {Extract<Event, { type: "received" }>} event
 * @returns {Step}
 */
function dial(state, { data, ids, at }) {
  if (!state.choices.loggedIn) return then(state, say("sendError", { message: "Log in to the demo softphone first." }));
  if (isLive(state)) return then(state, say("sendError", { message: "The demo softphone is in a call already." }));
  const finished = complete(state, "", false);
  const started = startOutbound(finished.state, dialledCall(state.choices, data, ids, at));
  return then(started.state, ...finished.sends, ...started.sends);
}

/**
 * @param {State} state
 * @param {number | null} engagementId
 * @returns {State}
 */
function adopt(state, engagementId) {
  return engagementId === null ? state : changeCall(state, { engagementId });
}

/**
 * Failures come as `{error: {message}}`, sometimes with nothing at all.
 * @param {State} state
 * @param {string} what
 * @param {unknown} data
 * @returns {Step}
 */
function bad(state, what, data) {
  const reason = asText(asRecord(asRecord(data)["error"])["message"]);
  return then({ ...state, notice: { tone: "bad", text: reason ? `${what}: ${reason}` : `${what}.` } });
}
