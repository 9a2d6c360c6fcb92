/** @import { Choices, Event, SavedCall, State, Step } from "./types.js" */
import { inboundCall, typedCall } from "./call.js";
import { received } from "./received.js";
import {
  announce, answer, canStart, changeCall, choose, closeForHelpDesk, complete, hangUp, logIn, openRecord, say, setAvailable, startInbound,
  startOutbound, then, transfer,
} from "./steps.js";
import { asNumber } from "./wire.js";

/**
 * @param {Choices} choices
 * @param {SavedCall | null} resumable
 * @returns {State}
 */
export function initialState(choices, resumable) {
  return { portal: null, choices, phase: "idle", call: null, lastCall: null, notice: null, callerNumber: "+4930123456", resumable };
}

/**
 * The whole softphone: an event, what becomes of the state, what HubSpot is told. An event that makes no sense in the
 * present state changes nothing.
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
export function step(state, event) {
  switch (event.type) {
    case "received":
      return received(state, event);
    case "logIn":
      return logIn(state);
    case "logOut":
      if (!state.choices.loggedIn) return then(state);
      return then(choose(state, { loggedIn: false }), say("userLoggedOut", undefined));
    case "setAvailable":
      return setAvailable(state, event.available);
    case "chooseEngagementBy":
      return then(choose(state, { engagementBy: event.by }));
    case "chooseHideWidget":
      return then(choose(state, { hideWidget: event.hide }));
    case "dial":
      if (!canStart(state) || !event.number) return then(state);
      return startOutbound(state, typedCall(state.choices, event.number, event.ids, event.at));
    case "simulateInbound":
      if (!canStart(state) || !event.number) return then(state);
      return startInbound(state, inboundCall(state.choices, event.number, event.ids, event.at));
    case "answer":
      return answer(state, event.at);
    case "hangUp":
      return hangUp(state, event.status, event.at);
    case "transfer":
      return transfer(state);
    case "editEngagementId":
      return then(changeCall(state, { engagementId: asNumber(event.text) }));
    case "editNotes":
      return then(changeCall(state, { notes: event.text }));
    case "sendCallData":
      return announce(state);
    case "openRecord":
      return openRecord(state, event);
    case "complete":
      return complete(state, event.disposition);
    case "closeForHelpDesk":
      return closeForHelpDesk(state, event.method);
    case "sendError":
      return event.message ? then(state, say("sendError", { message: event.message })) : then(state);
    case "resize":
      return then(state, say("resizeWidget", { width: event.width, height: event.height }));
    case "moveTo":
      return then(state, say("setWidgetUrl", { iFrameUrl: event.url }));
    case "dismissNotice":
      return then({ ...state, notice: null });
    default:
      /** @satisfies {never} */ (event);
      return then(state);
  }
}
