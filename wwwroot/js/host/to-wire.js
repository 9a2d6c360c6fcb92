/** @import { Json } from "../shared/types.js" */

// A widget can post anything the structured clone algorithm carries. The server takes JSON, so everything else is
// replaced by a text in square brackets that says what was there, and the whole stays within fixed bounds.

const maximumDepth = 32;
const maximumString = 64 * 1024;
const maximumTotal = 256 * 1024;
const maximumKey = 256;
const shortString = 1024;

/**
 * Bounded JSON for any value. Never throws. What is needed to understand a message (`type`, `messageId`, then short
 * scalars, then `data`) is taken before anything that could use up the space.
 * @param {unknown} value
 * @returns {Json}
 */
export function toWire(value) {
  try {
    return convert(value, { left: maximumTotal, ancestors: new Set() }, 1);
  } catch (error) {
    return `[unreadable: ${error instanceof Error ? error.message : "unknown reason"}]`;
  }
}

/**
 * @typedef {{ left: number, ancestors: Set<object> }} Budget `left`: JSON characters that may still be used.
 */

/**
 * @param {unknown} value
 * @param {Budget} budget
 * @param {number} depth
 * @returns {Json}
 */
function convert(value, budget, depth) {
  switch (typeof value) {
    case "string":
      return text(value, budget);
    case "number":
      return spend(Number.isFinite(value) ? value : `[number: ${value}]`, budget);
    case "boolean":
      return spend(value, budget);
    case "object":
      return value === null ? spend(null, budget) : container(value, budget, depth);
    case "bigint":
      return text(`[bigint: ${value}]`, budget);
    default:
      return spend(`[${typeof value}]`, budget);
  }
}

/**
 * @param {object} value
 * @param {Budget} budget
 * @param {number} depth
 * @returns {Json}
 */
function container(value, budget, depth) {
  if (value instanceof Date) return spend(Number.isNaN(+value) ? "[date: invalid]" : `[date: ${value.toISOString()}]`, budget);
  if (value instanceof String || value instanceof Number || value instanceof Boolean) {
    return convert(value.valueOf(), budget, depth);
  }
  if (value instanceof Error) return text(`[error: ${value.name}: ${value.message}]`, budget);
  if (value instanceof RegExp) return text(`[regexp: ${value}]`, budget);
  if (ArrayBuffer.isView(value)) return spend(`[${tag(value)}: ${value.byteLength} bytes]`, budget);
  if (value instanceof ArrayBuffer) return spend(`[ArrayBuffer: ${value.byteLength} bytes]`, budget);
  if (budget.ancestors.has(value)) return spend("[circular]", budget);
  if (depth > maximumDepth) return spend(`[truncated: nested deeper than ${maximumDepth} levels]`, budget);

  budget.ancestors.add(value);
  const result =
    Array.isArray(value) ? list(value, value.length, budget, depth)
    : value instanceof Map ? properties({ "[map]": [...value] }, budget, depth)
    : value instanceof Set ? properties({ "[set]": [...value] }, budget, depth)
    : tag(value) === "Object" ? properties(value, budget, depth)
    : spend(`[${tag(value)}]`, budget);
  budget.ancestors.delete(value);
  return result;
}

/**
 * @param {ArrayLike<unknown>} items
 * @param {number} length
 * @param {Budget} budget
 * @param {number} depth
 * @returns {Json}
 */
function list(items, length, budget, depth) {
  /** @type {Json[]} */
  const result = [];
  budget.left -= 2;
  for (let index = 0; index < length; index++) {
    if (budget.left <= 0) {
      result.push(`[truncated: ${length - index} more items]`);
      break;
    }
    budget.left -= 1;
    result.push(convert(items[index], budget, depth + 1));
  }
  return result;
}

/**
 * @param {object} source
 * @param {Budget} budget
 * @param {number} depth
 * @returns {Json}
 */
function properties(source, budget, depth) {
  // JSON has no undefined, and a widget's `data: undefined` means the same as no `data`.
  const entries = Object.entries(source).filter(([, value]) => value !== undefined);
  const byImportance = [...entries.keys()].sort((a, b) => rank(entries[a], depth) - rank(entries[b], depth) || a - b);
  /** @type {Map<number, [string, Json]>} */
  const taken = new Map();
  budget.left -= 2;
  for (const index of byImportance) {
    if (budget.left <= 0) break;
    const [key, value] = /** @type {[string, unknown]} */ (entries[index]);
    const shortKey = key.length > maximumKey ? `${key.slice(0, maximumKey)}[truncated]` : key;
    budget.left -= shortKey.length + 4;
    taken.set(index, [wellFormed(shortKey), convert(value, budget, depth + 1)]);
  }
  const inOrder = [...taken.keys()].sort((a, b) => a - b).map((index) => /** @type {[string, Json]} */ (taken.get(index)));
  const missing = entries.length - taken.size;
  if (missing > 0) inOrder.push(["[truncated]", `${missing} more properties`]);
  // fromEntries defines own properties, so even a key "__proto__" stays data.
  return Object.fromEntries(inOrder);
}

/**
 * @param {[string, unknown] | undefined} entry
 * @param {number} depth
 */
function rank(entry, depth) {
  const [key, value] = entry ?? ["", null];
  if (depth === 1 && (key === "type" || key === "messageId")) return 0;
  if (typeof value === "string" ? value.length <= shortString : typeof value !== "object" || value === null) return 1;
  return depth === 1 && key === "data" ? 2 : 3;
}

/**
 * @param {string} value
 * @param {Budget} budget
 * @returns {string}
 */
function text(value, budget) {
  const room = Math.min(maximumString, Math.max(budget.left, 0));
  if (value.length <= room) return spend(wellFormed(value), budget);
  const note = `[truncated: ${value.length} characters]`;
  return spend(wellFormed(value.slice(0, Math.max(room - note.length, 0))) + note, budget);
}

/** Half a surrogate pair is legal in a script and an error in the server's JSON reader.
 * @param {string} value
 */
function wellFormed(value) {
  return value.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/**
 * @template {null | boolean | number | string} T
 * @param {T} value
 * @param {Budget} budget
 * @returns {T}
 */
function spend(value, budget) {
  budget.left -= JSON.stringify(value).length;
  return value;
}

/** @param {object} value */
function tag(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}
