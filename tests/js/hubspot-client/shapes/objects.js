import {
  batch,
  flag,
  id,
  list,
  mapOf,
  orNull,
  page,
  partly,
  plainPage,
  shape,
  text,
  time,
  url,
  whole,
} from "./values.js";

const version = shape({ value: text, timestamp: time, sourceType: text }, { sourceId: text, updatedByUserId: whole });
const link = shape({ id, type: text });
// Every value is text, or null where there is none; the names come in the order of the alphabet.
const some = { ...mapOf(orNull(text)), sortedKeys: true };
const core = {
  id,
  properties: { ...some, required: ["hs_object_id"] },
  createdAt: time,
  updatedAt: time,
  archived: flag,
  url,
};
const extras = { propertiesWithHistory: mapOf(list(version)), objectWriteTraceId: text };

/** An archived record says since when, the others do not. */
const dated = (schema) => ({
  ...schema,
  if: { properties: { archived: { const: true } } },
  then: { required: ["archivedAt"] },
  else: { not: { required: ["archivedAt"] } },
});
const record = dated(shape(core, { ...extras, archivedAt: time }));
const linkedRecord = dated(shape(core, { ...extras, archivedAt: time, associations: mapOf(page(link)) }));
// A batch of changes shows less of contacts than of other types: not even their id.
const changed = shape({ ...core, properties: some }, extras);
const upserted = shape({ ...core, properties: some, new: flag }, extras);

const objects = "/crm/v3/objects/{objectType}";

/** What each route answers with, by status, and with which errors beside those of access. */
export const objectRoutes = {
  [`GET ${objects}`]: { 200: page(linkedRecord), fails: [400] },
  [`POST ${objects}`]: { 201: record, fails: [400, 409] },
  [`GET ${objects}/{objectId}`]: { 200: linkedRecord, fails: [400, 404] },
  [`PATCH ${objects}/{objectId}`]: { 200: record, fails: [400, 404, 409] },
  [`DELETE ${objects}/{objectId}`]: { 204: null, fails: [404] },
  [`POST ${objects}/batch/create`]: { 201: batch(record), 207: partly(record), fails: [400, 409] },
  [`POST ${objects}/batch/read`]: { 200: batch(record), 207: partly(record), fails: [400] },
  [`POST ${objects}/batch/update`]: { 200: batch(changed), 207: partly(changed), fails: [400, 409] },
  [`POST ${objects}/batch/upsert`]: { 200: batch(upserted), 207: partly(upserted), fails: [400] },
  [`POST ${objects}/batch/archive`]: { 204: null, fails: [400] },
  [`POST ${objects}/search`]: { 200: plainPage(record, { total: whole }), fails: [400] },
  [`POST ${objects}/merge`]: { 200: record, fails: [400, 404] },
  [`POST ${objects}/gdpr-delete`]: { 204: null, fails: [400, 404] },
};

/** Version 3 answers with these when it has linked a record. */
export { link, linkedRecord };
