/** @import { RecordReference, SurfaceEvent } from "../shared/types.js" */

/**
 * What pressing an element marked `data-dial` asks for; null when it holds no number.
 * @param {{ [name: string]: string | undefined }} data the element's dataset
 * @returns {Extract<SurfaceEvent, { kind: "dial" }> | null}
 */
export function dialEvent(data) {
  const phoneNumber = data["phoneNumber"]?.trim();
  if (!phoneNumber) return null;
  const { calleeType, calleeId, calleeName, recordType, recordId, recordName } = data;
  const callee = reference(calleeType, calleeId, calleeName);
  const record = reference(recordType, recordId, recordName);
  return { kind: "dial", phoneNumber, property: data["property"] || null, callee, ...(record ? { record } : {}) };
}

/**
 * @param {string | undefined} type
 * @param {string | undefined} id
 * @param {string | undefined} name
 * @returns {RecordReference | null}
 */
function reference(type, id, name) {
  if (!type || !/^\d{1,15}$/.test(id ?? "")) return null;
  return { objectTypeId: type, objectId: Number(id), name: name || null };
}
