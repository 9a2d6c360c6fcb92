import { all, flag, id, list, oneOf, shape, text, time, url, whole } from "./values.js";

const settings = shape({
  name: text,
  url,
  height: whole,
  width: whole,
  isReady: flag,
  supportsCustomObjects: flag,
  supportsInboundCalling: flag,
  usesRemote: flag,
  usesCallingWindow: flag,
  createdAt: time,
  updatedAt: time,
});
const recording = shape({ urlToRetrieveAuthedRecording: { type: "string", pattern: "%s" } });
const channel = shape({ url, isReady: flag, createdAt: time, updatedAt: time });

const objectCoordinates = shape({ portalId: whole, objectTypeId: text, objectId: whole });
const match = {
  anyOf: [
    shape({ callerIdType: { const: "CONTACT" }, objectCoordinates }, { firstName: text, lastName: text, email: text }),
    shape({ callerIdType: { const: "COMPANY" }, objectCoordinates, name: text }),
  ],
};
const utterance = shape(
  { id, speaker: shape({ id: text, name: text }, { email: text }), text, startTimeMillis: whole, endTimeMillis: whole },
  { languageCode: text },
);
const transcript = shape({
  id,
  engagementId: whole,
  transcriptSource: oneOf("HUBSPOT_GENERATED", "INTEGRATOR_GENERATED"),
  transcriptUtterances: list(utterance),
  createdAt: time,
  updatedAt: time,
});
const provider = shape({ type: oneOf("THIRD_PARTY", "HUBSPOT"), appName: text }, { appId: whole });
const connection = {
  anyOf: [
    shape({ userId: whole, connected: { const: true }, provider }),
    shape({ userId: whole, connected: { const: false } }),
  ],
};

const root = "/crm/v3/extensions/calling";
const app = `${root}/{appId}/settings`;

// Everything about an app's settings is 200, making them included.
export const callingRoutes = {
  [`GET ${app}`]: { 200: settings, fails: [400, 404] },
  [`POST ${app}`]: { 200: settings, fails: [400] },
  [`PATCH ${app}`]: { 200: settings, fails: [400, 404] },
  [`DELETE ${app}`]: { 204: null, fails: [400] },
  [`GET ${app}/recording`]: { 200: recording, fails: [400, 404] },
  [`POST ${app}/recording`]: { 200: recording, fails: [400] },
  [`PATCH ${app}/recording`]: { 200: recording, fails: [400, 404] },
  [`GET ${app}/channel-connection`]: { 200: channel, fails: [400, 404] },
  [`POST ${app}/channel-connection`]: { 200: channel, fails: [400] },
  [`PATCH ${app}/channel-connection`]: { 200: channel, fails: [400, 404] },
  [`DELETE ${app}/channel-connection`]: { 204: null, fails: [400] },
  [`POST ${root}/recordings/ready`]: { 204: null, fails: [400, 404] },
  [`POST ${root}/inbound-call`]: { 200: shape({ callerIdMatches: list(match) }), fails: [400] },
  [`POST ${root}/transcripts`]: { 200: shape({ id }), fails: [400, 404] },
  [`GET ${root}/transcripts/{transcriptId}`]: { 200: transcript, fails: [400, 404] },
  [`DELETE ${root}/transcripts/{transcriptId}`]: { 204: null, fails: [400] },
  [`GET ${root}/connection-statuses`]: { 200: all(connection), fails: [400] },
  [`GET ${root}/connection-statuses/me`]: { 200: connection },
  [`POST ${root}/connection-statuses/batch/read`]: { 200: all(connection), fails: [400] },
};
