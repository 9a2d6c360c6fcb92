/** @import { Call, CallIds, CallStart, Choices, EndStatus, Match, Outgoing } from "./types.js" */
import { asNumber, asRecord, asText } from "./wire.js";

const ownNumber = "+12025550100";

/**
 * @param {Choices} choices
 * @param {CallIds} ids
 * @param {number} at
 * @returns {Call}
 */
function newCall(choices, ids, at) {
  return {
    direction: "OUTBOUND",
    externalCallId: ids.externalCallId,
    number: "",
    ownNumber,
    context: "",
    callee: null,
    engagementBy: choices.engagementBy,
    engagementId: choices.engagementBy === "APP" ? ids.engagementId : null,
    announcedId: null,
    matches: null,
    startedAt: at,
    answeredAt: null,
    endedAt: null,
    endStatus: null,
    notes: "",
  };
}

/**
 * @param {Choices} choices
 * @param {string} number
 * @param {CallIds} ids
 * @param {number} at
 * @returns {Call}
 */
export function typedCall(choices, number, ids, at) {
  return { ...newCall(choices, ids, at), number };
}

/**
 * @param {Choices} choices
 * @param {string} number
 * @param {CallIds} ids
 * @param {number} at
 * @returns {Call}
 */
export function inboundCall(choices, number, ids, at) {
  return { ...newCall(choices, ids, at), direction: "INBOUND", number };
}

/**
 * DIAL_NUMBER: `{phoneNumber, objectId, objectType?, calleeInfo: {calleeId, calleeObjectTypeId}, toPhoneNumberSrc, …}`.
 * The record on screen (`objectId`) is not always the one that is called (`calleeInfo`).
 * @param {Choices} choices
 * @param {unknown} data
 * @param {CallIds} ids
 * @param {number} at
 * @returns {Call}
 */
export function dialledCall(choices, data, ids, at) {
  const dial = asRecord(data);
  const info = asRecord(dial["calleeInfo"]);
  const id = asNumber(info["calleeId"]);
  const objectTypeId = asText(info["calleeObjectTypeId"]);
  const callee = id === null || !objectTypeId ? null : { id, objectTypeId };
  const number = asText(dial["phoneNumber"]) || asText(dial["phone_number"]);
  return { ...newCall(choices, ids, at), number, callee, context: describeDial(dial, callee) };
}

/**
 * @param {Record<string, unknown>} dial
 * @param {Call["callee"]} callee
 */
function describeDial(dial, callee) {
  const page = asNumber(dial["objectId"]);
  const pageType = (asText(dial["objectType"]) || "record").toLowerCase();
  const source = asText(dial["toPhoneNumberSrc"]);
  const who = callee ? `${objectName(callee.objectTypeId)} ${callee.id}` : page ? `${pageType} ${page}` : "";
  const parts = [who];
  if (source) parts.push(source);
  if (callee && page && page !== callee.id) parts.push(`from ${pageType} ${page}`);
  const text = parts.filter(Boolean).join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {string} objectTypeId */
function objectName(objectTypeId) {
  return { "0-1": "contact", "0-2": "company", "0-3": "deal", "0-5": "ticket" }[objectTypeId] ?? `object ${objectTypeId}`;
}

/**
 * @param {Call} call
 * @returns {CallStart}
 */
export function startPayload(call) {
  const outbound = call.direction === "OUTBOUND";
  return {
    externalCallId: call.externalCallId,
    fromNumber: outbound ? call.ownNumber : call.number,
    toNumber: outbound ? call.number : call.ownNumber,
    ...(outbound && { phoneNumber: call.number }),
    callStartTime: call.startedAt,
    createEngagement: call.engagementBy === "HUBSPOT",
  };
}

/**
 * @param {Call} call
 * @param {EndStatus} status
 * @returns {Outgoing["callEnded"]}
 */
export function endPayload(call, status) {
  return { externalCallId: call.externalCallId, ...engagement(call), callEndStatus: status };
}

/**
 * @param {Call} call
 * @param {boolean} hideWidget
 * @param {string} disposition
 * @returns {Outgoing["callCompleted"]}
 */
export function completionPayload(call, hideWidget, disposition) {
  const { fromNumber, toNumber } = startPayload(call);
  return {
    externalCallId: call.externalCallId,
    ...engagement(call),
    hideWidget,
    engagementProperties: {
      hs_timestamp: call.startedAt,
      hs_call_direction: call.direction,
      hs_call_from_number: fromNumber,
      hs_call_to_number: toNumber,
      hs_call_status: propertyStatus(call.endStatus ?? "COMPLETED"),
      hs_call_duration: String(talkTime(call)),
      hs_call_body: call.notes,
      ...(disposition && { hs_call_disposition: disposition }),
      hs_call_source: "INTEGRATIONS_PLATFORM",
    },
  };
}

/**
 * `REJECTED` and `MISSED` end a call, but are no values of `hs_call_status`.
 * @param {EndStatus} status
 */
function propertyStatus(status) {
  return status === "REJECTED" ? "CANCELED" : status === "MISSED" ? "NO_ANSWER" : status;
}

/**
 * Milliseconds of conversation: 0 for a call that nobody answered.
 * @param {Call} call
 */
export function talkTime(call) {
  return call.answeredAt === null || call.endedAt === null ? 0 : Math.max(0, call.endedAt - call.answeredAt);
}

/** @param {Call} call */
export function engagement(call) {
  return call.engagementId === null ? {} : { engagementId: call.engagementId };
}

/**
 * CALLER_ID_MATCH_SUCCEEDED: `{callerIdMatches: [{callerIdType, objectCoordinates, firstName | name, …}]}`, best first.
 * @param {unknown} data
 * @returns {Match[]}
 */
export function readMatches(data) {
  const list = asRecord(data)["callerIdMatches"];
  return (Array.isArray(list) ? list : []).map((item) => {
    const match = asRecord(item);
    const kind = asText(match["callerIdType"]);
    const person = [asText(match["firstName"]), asText(match["lastName"])].filter(Boolean).join(" ");
    const name = person || asText(match["name"]) || asText(match["email"]) || "Unnamed record";
    return { kind: kind.toLowerCase() || "record", name, detail: asText(match["email"]), coordinates: match["objectCoordinates"] };
  });
}
