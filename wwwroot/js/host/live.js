/** @import { Clock } from "../shared/types.js" */

// What other pages cause reaches this one at once: the server nudges over a WebSocket, and the page exchanges. Nothing
// else is said there, so a connection that breaks loses nothing.

const backoff = [250, 500, 1000, 2000, 3000];

/**
 * @typedef {{ addEventListener(type: "open" | "message" | "close", run: () => void): void, close(): void }} Socket
 *
 * @typedef {object} LiveParts
 * @property {Clock} clock
 * @property {() => Socket} connect
 * @property {() => void} news something happened, or may have happened while there was no connection
 */

export class Live {
  #parts;
  /** @type {Socket | null} */
  #socket = null;
  #failures = 0;
  /** @type {unknown} */
  #timer = null;

  /** @param {LiveParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Connects, or connects to another address than before. */
  start() {
    this.stop();
    const socket = this.#parts.connect();
    this.#socket = socket;
    socket.addEventListener("open", () => {
      if (this.#socket !== socket) return;
      this.#failures = 0;
      this.#parts.news();
    });
    socket.addEventListener("message", () => {
      if (this.#socket === socket) this.#parts.news();
    });
    socket.addEventListener("close", () => {
      if (this.#socket !== socket) return;
      const delay = backoff[Math.min(this.#failures++, backoff.length - 1)] ?? 0;
      this.#timer = this.#parts.clock.setTimer(() => this.start(), delay);
    });
  }

  stop() {
    if (this.#timer !== null) this.#parts.clock.clearTimer(this.#timer);
    this.#timer = null;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
