/** @import { Line } from "./types.js" */

// What the list holds, without a page: lines in order, the oldest given up when there are too many, and those that came
// while the reader wanted it quiet. A SYNC that repeats the one before it is no line of its own.

export const mostLines = 20_000;

export class Messages {
  /** @type {Line[]} */
  lines = [];
  /** @type {Line[]} */
  #held = [];
  #paused = false;
  /** Lines were given up at the beginning, or the page never had them. */
  hasEarlier = false;

  /**
   * @param {Line[]} lines
   * @param {boolean} hasEarlier
   */
  begin(lines, hasEarlier) {
    this.lines = lines;
    this.#held = [];
    this.hasEarlier = hasEarlier;
  }

  get paused() {
    return this.#paused;
  }

  /** How many came since it was paused. */
  get heldCount() {
    return this.#held.reduce((count, line) => count + line.times, 0);
  }

  /** Takes each line once, whatever is sent twice.
   * @param {Line} line
   */
  add(line) {
    const last = this.#held.at(-1) ?? this.lines.at(-1);
    if (last && line.sequence <= last.through) return;
    const list = this.#paused ? this.#held : this.lines;
    const before = list.at(-1);
    if (before && repeats(line, before)) list[list.length - 1] = joined(before, line);
    else list.push(line);
    this.#trim();
  }

  /** Gives up the lines of calls that were deleted.
   * @param {number[]} callIds
   */
  forget(callIds) {
    const stays = (/** @type {Line} */ { callId }) => callId === null || !callIds.includes(callId);
    this.lines = this.lines.filter(stays);
    this.#held = this.#held.filter(stays);
  }

  pause() {
    this.#paused = true;
  }

  resume() {
    this.#paused = false;
    const held = this.#held;
    this.#held = [];
    for (const line of held) this.add(line);
  }

  #trim() {
    // In pieces: an array that is cut at its beginning for every line would be moved for every line.
    for (const list of [this.lines, this.#held]) {
      if (list.length <= mostLines * 1.1) continue;
      list.splice(0, list.length - mostLines);
      this.hasEarlier = true;
    }
  }
}

/**
 * The message of an event, or of the list, as a line.
 * @param {Omit<Line, "warnings" | "through" | "times"> & { warnings: unknown[] }} message
 * @returns {Line}
 */
export function lineOf({ sequence, at, direction, type, summary, surface, callId, byHand, warnings }) {
  return { sequence, through: sequence, times: 1, at, direction, type, summary, surface, callId, byHand, warnings: warnings.length };
}

/**
 * Whether a message is in a line, which may stand for several.
 * @param {Line} line
 * @param {number} sequence
 */
export function holds(line, sequence) {
  return line.sequence <= sequence && sequence <= line.through;
}

/**
 * @param {Line} line
 * @param {Line} before
 */
function repeats(line, before) {
  return line.type === "SYNC" && before.type === "SYNC" && line.direction === before.direction && line.surface === before.surface
    && line.callId === before.callId && line.byHand === before.byHand && line.summary === before.summary && before.warnings + line.warnings === 0;
}

/**
 * @param {Line} before
 * @param {Line} line
 * @returns {Line}
 */
function joined(before, line) {
  return { ...before, through: line.through, times: before.times + line.times };
}

/**
 * Which of many rows of one height are in sight, with some to spare.
 * @param {{ top: number, height: number, rowHeight: number, count: number }} view
 * @returns {{ first: number, end: number }} the end is beyond the last
 */
export function rowsInSight({ top, height, rowHeight, count }) {
  const spare = 10;
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - spare);
  return { first, end: Math.min(count, Math.ceil((top + height) / rowHeight) + spare) };
}
