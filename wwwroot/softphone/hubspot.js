/** @import { Sdk, Send } from "./types.js" */

/**
 * Connects the vendor's SDK. It is imported late, so that a build without it can say so.
 * @param {(message: string, data: unknown) => void} receive called for every message from HubSpot
 * @returns {Promise<(send: Send) => string>} sends a message and answers its type
 */
export async function connect(receive) {
  const { default: CallingExtensions, Constants } = await import("./sdk/main.js");
  /** @type {(data: unknown, message: { type: string }) => void} */
  const onMessage = (data, { type }) => receive(type, data);
  const names = Object.values(Constants.messageHandlerNames);
  /** @type {any} */
  const eventHandlers = Object.fromEntries([...names, "defaultEventHandler"].map((name) => [name, onMessage]));
  const extensions = new CallingExtensions({ debugMode: false, eventHandlers });
  return (send) => {
    call(extensions, send);
    return messageTypes[send.method];
  };
}

/** @type {Record<Send["method"], string>} */
const messageTypes = {
  initialized: "INITIALIZED",
  userLoggedIn: "LOGGED_IN",
  userLoggedOut: "LOGGED_OUT",
  userAvailable: "USER_AVAILABLE",
  userUnavailable: "USER_UNAVAILABLE",
  outgoingCall: "OUTGOING_CALL_STARTED",
  incomingCall: "INCOMING_CALL",
  callAnswered: "CALL_ANSWERED",
  callTransferred: "CALL_TRANSFERRED",
  callData: "CALL_DATA",
  callEnded: "CALL_ENDED",
  callCompleted: "CALL_COMPLETED",
  navigateToRecord: "NAVIGATE_TO_RECORD",
  publishToChannel: "PUBLISH_TO_CHANNEL",
  finalizeEngagement: "FINALIZE_ENGAGEMENT",
  sendError: "ERROR",
  resizeWidget: "RESIZE_WIDGET",
  setWidgetUrl: "SET_WIDGET_URL",
};

/**
 * @param {Sdk} sdk
 * @param {Send} send
 */
function call(sdk, { method, data }) {
  // The pair of method and data is checked where it is made; the compiler cannot follow it through the union.
  const target = /** @type {Record<string, (data: unknown) => void>} */ (/** @type {unknown} */ (sdk));
  target[method]?.(data);
}
