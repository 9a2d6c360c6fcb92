import { takeTurns } from "./stream-turns.js";

// The portal's stream of events, for as long as somebody looks at the page. A browser opens no more than six connections
// to a server, so a tab in the background gives its own up, and goes on from its position when it is in front again. Pages
// that are all in front, in windows of their own, take turns.

const reopenDelay = 1000;

/**
 * @typedef {object} EventsParts
 * @property {string} url the stream, with its filters and without `after`
 * @property {number | null} position where to go on after; null: from now on
 * @property {Record<string, (data: any) => void>} handlers by the name of the event
 * @property {(live: boolean) => void} [changed]
 */

export class PortalEvents {
  #parts;
  /** @type {number | string | null} */
  #position;
  /** @type {EventSource | null} */
  #source = null;
  #wanted = false;
  /** @type {AbortController | null} */
  #turns = null;
  #visibility = () => this.#follow();

  /** @param {EventsParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#position = parts.position;
  }

  start() {
    this.#wanted = true;
    document.addEventListener("visibilitychange", this.#visibility);
    this.#follow();
  }

  stop() {
    this.#wanted = false;
    document.removeEventListener("visibilitychange", this.#visibility);
    this.#follow();
  }

  #follow() {
    const follows = this.#wanted && document.visibilityState === "visible";
    if (follows && !this.#turns) {
      this.#turns = new AbortController();
      void takeTurns(this.#turns.signal, { open: () => this.#open(), close: () => this.#close() });
    }
    if (!follows) {
      this.#turns?.abort();
      this.#turns = null;
      this.#close();
    }
  }

  #open() {
    const url = new URL(this.#parts.url, location.href);
    if (this.#position !== null) url.searchParams.set("after", String(this.#position));
    const source = new EventSource(url);
    this.#source = source;
    source.addEventListener("open", () => this.#parts.changed?.(true));
    source.addEventListener("error", () => {
      this.#parts.changed?.(false);
      // The browser comes back by itself unless it was refused, by a proxy while the server is away.
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(() => { if (this.#source === source) this.#open(); }, reopenDelay);
    });
    for (const name of new Set(["ready", "keep-alive", ...Object.keys(this.#parts.handlers)])) {
      source.addEventListener(name, (event) => {
        if (this.#source !== source) return;
        this.#position = event.lastEventId;
        this.#parts.handlers[name]?.(JSON.parse(event.data));
      });
    }
  }

  #close() {
    this.#source?.close();
    this.#source = null;
    this.#parts.changed?.(false);
  }
}
