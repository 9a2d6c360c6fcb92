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

/** @param {string} phoneNumber */
export function typedDial(phoneNumber) {
  return /** @type {const} */ ({ kind: "dial", phoneNumber, property: null, callee: null, typed: true });
}

const allowed = "digits, * and #, a leading +, spaces, ( ) - . / and an extension such as ext. 12";

/**
 * Why a typed number cannot be dialled; empty when it can. Whether somebody has it is the calling app's business.
 * @param {string} text
 */
export function typedNumberProblem(text) {
  const number = text.trim();
  if (number === "") return "Type the number to call.";
  const main = number.replace(/(?:,|;ext=|(?:extension|ext|x)[.:]?)\s*\d{1,8}$/i, "");
  const wrong = /[^\d\s()./*#+-]|(?!^)\+/u.exec(main);
  if (wrong) return `“${number}” has “${wrong[0]}” in it. Allowed are ${allowed}.`;
  const digits = main.replace(/\D/g, "").length;
  if (digits === 0 && !/[*#]/.test(main)) return `“${number}” has no digit. Allowed are ${allowed}.`;
  if (digits > 15) return `“${number}” has ${digits} digits; a phone number has at most 15, without its extension.`;
  return "";
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
