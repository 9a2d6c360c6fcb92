/**
 * Whatever arrives is read defensively: the SDK hands on what it got, unchecked.
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
export function asRecord(value) {
  return typeof value === "object" && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {unknown} value */
export function asText(value) {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/**
 * Ids come as numbers or as strings of digits.
 * @param {unknown} value
 * @returns {number | null}
 */
export function asNumber(value) {
  if (typeof value === "string" && /^\d+$/.test(value.trim())) return Number(value);
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
