/** @import { Line } from "./types.js" */

// What the list holds, without a page: lines in order, the oldest given up when there are too many, and those that came
// while the reader wanted it quiet.

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
    return this.#held.length;
  }

  /** Takes each line once, whatever is sent twice.
   * @param {Line} line
   */
  add(line) {
    const last = this.#held.at(-1) ?? this.lines.at(-1);
    if (last && line.sequence <= last.sequence) return;
    (this.#paused ? this.#held : this.lines).push(line);
    this.#trim();
  }

  pause() {
    this.#paused = true;
  }

  resume() {
    this.#paused = false;
    this.lines = this.lines.concat(this.#held);
    this.#held = [];
    this.#trim();
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
 * @param {Omit<Line, "warnings"> & { warnings: unknown[] }} message
 * @returns {Line}
 */
export function lineOf({ sequence, at, direction, type, summary, surface, callId, byHand, warnings }) {
  return { sequence, at, direction, type, summary, surface, callId, byHand, warnings: warnings.length };
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
