/** @import { Line } from "./types.js" */
import { required, setText } from "../shared/dom.js";
import { localTime } from "../shared/local-time.js";
import { holds, rowsInSight } from "./messages.js";

/** Shows the rows in sight of a list of any length, and stays at its end when that is where the reader is. */
export class MessageList {
  #scroll;
  #rows;
  #template;
  #addressOf;
  /** @type {Line[]} */
  #lines = [];
  /** @type {Map<number, HTMLElement>} */
  #shown = new Map();
  #rowHeight = 0;
  #picked = 0;
  #planned = false;
  #follows = true;

  /**
   * @param {HTMLElement} root
   * @param {(line: Line) => string} addressOf
   */
  constructor(root, addressOf) {
    this.#scroll = required(root, "[data-slot=scroll]");
    this.#rows = required(root, "[data-slot=rows]");
    this.#template = /** @type {HTMLTemplateElement} */ (required(root, "template[data-slot=row]"));
    this.#addressOf = addressOf;
    this.#scroll.addEventListener("scroll", () => {
      this.#follows = this.#isAtEnd();
      this.#plan();
    }, { passive: true });
    new ResizeObserver(() => {
      this.#rowHeight = 0;
      this.#plan();
    }).observe(this.#scroll);
  }

  /** @param {Line[]} lines */
  show(lines) {
    this.#lines = lines;
    this.#plan();
  }

  /** Forgets what it showed, and goes to the end of what comes. */
  begin() {
    this.#clear();
    this.#follows = true;
  }

  /** @param {number} sequence 0 for none */
  pick(sequence) {
    this.#picked = sequence;
    for (const line of this.#lines) {
      const row = this.#shown.get(line.sequence);
      if (row) mark(row, holds(line, sequence));
    }
  }

  /** The line at a distance from the picked one, brought into sight.
   * @param {number} distance
   */
  neighbour(distance) {
    const at = this.#lines.findIndex((line) => holds(line, this.#picked));
    const index = at < 0 ? this.#lines.length - 1 : Math.max(0, Math.min(this.#lines.length - 1, at + distance));
    const line = this.#lines[index];
    if (!line) return null;
    this.#rowHeight ||= this.#measure();
    const [top, bottom] = [index * this.#rowHeight, (index + 1) * this.#rowHeight];
    if (top < this.#scroll.scrollTop) this.#scroll.scrollTop = top;
    if (bottom > this.#scroll.scrollTop + this.#scroll.clientHeight) this.#scroll.scrollTop = bottom - this.#scroll.clientHeight;
    this.#follows = this.#isAtEnd();
    this.#draw();
    return line;
  }

  /** @param {number} sequence */
  focus(sequence) {
    this.#shown.get(sequence)?.querySelector("a")?.focus({ preventScroll: true });
  }

  #isAtEnd() {
    return this.#scroll.scrollTop + this.#scroll.clientHeight >= this.#scroll.scrollHeight - this.#rowHeight;
  }

  /** However much comes in, it is drawn once a frame. */
  #plan() {
    if (this.#planned) return;
    this.#planned = true;
    requestAnimationFrame(() => {
      this.#planned = false;
      this.#draw();
    });
  }

  #draw() {
    this.#rowHeight ||= this.#measure();
    const count = this.#lines.length;
    this.#rows.style.blockSize = `${count * this.#rowHeight}px`;
    if (this.#follows) this.#scroll.scrollTop = this.#scroll.scrollHeight;
    const { first, end } = rowsInSight({
      top: this.#scroll.scrollTop, height: this.#scroll.clientHeight, rowHeight: this.#rowHeight, count,
    });
    const wanted = new Set(this.#lines.slice(first, end).map((line) => line.sequence));
    for (const [sequence, row] of this.#shown) {
      // The row one stands on stays, however far one has scrolled: the keyboard goes on from there.
      if (wanted.has(sequence) || row.contains(document.activeElement)) continue;
      row.remove();
      this.#shown.delete(sequence);
    }
    // Backwards: each row finds the one it stands before.
    for (let index = end - 1; index >= first; index--) {
      const line = this.#lines[index];
      if (line) this.#place(line, index, count);
    }
  }

  /**
   * @param {Line} line
   * @param {number} index
   * @param {number} count
   */
  #place(line, index, count) {
    let row = this.#shown.get(line.sequence);
    if (row) {
      showTimes(row, line);
    } else {
      row = this.#fill(line);
      this.#shown.set(line.sequence, row);
      // In the order of the list, for the keyboard and for those who hear it.
      const next = this.#shown.get(this.#lines[index + 1]?.sequence ?? -1);
      this.#rows.insertBefore(row, next ?? null);
    }
    row.style.transform = `translateY(${index * this.#rowHeight}px)`;
    row.setAttribute("aria-posinset", String(index + 1));
    row.setAttribute("aria-setsize", String(count));
  }

  /** @param {Line} line */
  #fill(line) {
    const row = /** @type {HTMLElement} */ (document.importNode(required(this.#template.content, "li"), true));
    row.dataset["sequence"] = String(line.sequence);
    row.dataset["direction"] = line.direction;
    required(row, "[data-slot=link]").setAttribute("href", this.#addressOf(line));
    const [time, at] = [required(row, "time"), new Date(line.at)];
    time.setAttribute("datetime", at.toISOString());
    time.title = at.toISOString();
    setText(time, localTime(at, true));
    const ways = /** @type {Record<string, string>} */ ({ toWidget: "to the widget", fromWidget: "from the widget" });
    setText(required(row, "[data-slot=way]"), ways[line.direction] ?? "host");
    setText(required(row, "[data-slot=type]"), line.type);
    showTimes(row, line);
    setText(required(row, "[data-slot=summary]"), line.summary ?? "");
    setText(required(row, "[data-slot=call]"), line.callId === null ? "" : `call ${line.callId}`);
    setText(required(row, "[data-slot=surface]"), line.surface.slice(0, 8));
    required(row, "[data-slot=by-hand]").hidden = !line.byHand;
    const warnings = required(row, "[data-slot=warnings]");
    warnings.hidden = line.warnings === 0;
    setText(warnings, line.warnings === 1 ? "1 warning" : `${line.warnings} warnings`);
    mark(row, holds(line, this.#picked));
    return row;
  }

  #measure() {
    const row = document.importNode(required(this.#template.content, "li"), true);
    this.#rows.append(row);
    const height = row.getBoundingClientRect().height;
    row.remove();
    this.#rows.classList.add("drawn");
    return height || 32;
  }

  #clear() {
    this.#rows.replaceChildren();
    this.#shown.clear();
  }
}

/** The only thing of a row that changes.
 * @param {HTMLElement} row
 * @param {Line} line
 */
function showTimes(row, { times }) {
  const slot = required(row, "[data-slot=times]");
  slot.hidden = times === 1;
  setText(slot, `×${times}`);
}

/**
 * @param {HTMLElement} row
 * @param {boolean} picked
 */
function mark(row, picked) {
  if (picked) row.dataset["picked"] = "true";
  else delete row.dataset["picked"];
  const link = required(row, "[data-slot=link]");
  if (picked) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}
