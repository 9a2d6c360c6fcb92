/**
 * What a wanted size becomes as the iframe's `width` or `height` attribute: a number `n` is written `"{n}px"`, a
 * numeric string as it is. Null leaves the attribute alone. Nothing gets larger than the viewport.
 * @param {unknown} wanted
 * @param {number} available
 * @returns {string | null}
 */
export function sizeAttribute(wanted, available) {
  if (typeof wanted === "number") {
    return Number.isFinite(wanted) && wanted > 0 ? `${Math.min(wanted, available)}px` : null;
  }
  if (typeof wanted !== "string") return null;
  const [, number, unit] = /^\s*(\d*\.?\d+)(px|%)?\s*$/.exec(wanted) ?? [];
  if (!number || !(Number(number) > 0)) return null;
  return unit !== "%" && Number(number) > available ? `${available}${unit ?? ""}` : wanted.trim();
}
