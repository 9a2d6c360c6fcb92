import { initialState, step } from "../../../wwwroot/softphone/softphone-state.js";

export const choices = { loggedIn: true, available: true, engagementBy: "HUBSPOT", hideWidget: true };
export const ids = { externalCallId: "demo-1", engagementId: 70001 };
export const ready = { portalId: 4711, userId: 12, ownerId: 345, iframeLocation: "widget", hostUrl: "http://localhost:5080" };

/** What HubSpot sends, as an event. */
export const from = (message, data, at = 1000) => ({ type: "received", message, data, at, ids });

export const dialData = {
  phoneNumber: "+4930123456",
  phone_number: "+4930123456",
  countryCode: "DE",
  ownerId: 345,
  portalId: 4711,
  objectId: 900,
  subjectId: 900,
  objectType: "COMPANY",
  calleeInfo: { calleeId: 101, calleeObjectTypeId: "0-1" },
  startTimestamp: 1000,
  toPhoneNumberSrc: "mobilephone",
  threadId: 0,
};

/** Runs events from a start; `sends` are those of the last event. */
export function run(state, ...events) {
  return events.reduce((last, event) => step(last.state, event), { state, sends: [] });
}

/** A softphone that HubSpot has greeted. */
export function greeted(overrides = {}, resumable = null) {
  return run(initialState({ ...choices, ...overrides }, resumable), from("READY", ready)).state;
}

export const methods = (sends) => sends.map(({ method }) => method);
