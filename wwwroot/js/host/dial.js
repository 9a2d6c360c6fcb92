/** @import { RecordReference, SurfaceEvent } from "../shared/types.js" */

/**
 * What pressing an element marked `data-dial` asks for; null when it holds no number.
 * @param {{ [name: string]: string | undefined }} data the element's dataset
 * @returns {Extract<SurfaceEvent, { kind: "dial" }> | null}
 */
export function dialEvent(data) {
  const phoneNumber = data["phoneNumber"]?.trim();
  if (!phoneNumber) return null;
  return { kind: "dial", phoneNumber, property: data["property"] || null, callee: calleeOf(data) };
}

/**
 * @param {{ [name: string]: string | undefined }} data
 * @returns {RecordReference | null}
 */
function calleeOf({ calleeType, calleeId, calleeName }) {
  if (!calleeType || !/^\d{1,15}$/.test(calleeId ?? "")) return null;
  return { objectTypeId: calleeType, objectId: Number(calleeId), name: calleeName || null };
}
