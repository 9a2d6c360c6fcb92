/** @import { Clock, ExchangeAnswer, ExchangeRequest, PageEffect, SurfaceEvent, SurfaceView } from "../shared/types.js" */
import { EffectQueue } from "./effect-queue.js";

// The page's side of the exchange with the server. Events are numbered and kept until the server has stored them;
// effects are carried out once each, in order. One request is under way at a time, so answers are in order too.

const keepAlive = 10_000;
const maximumBatch = 200;
const maximumBytes = 1_000_000;
const backoff = [250, 500, 1000, 2000, 3000];

/**
 * @typedef {{ status: number, json(): Promise<unknown> }} Reply
 * @typedef {{ sequence: number, at: number, bytes: number, event: SurfaceEvent }} Waiting
 *
 * @typedef {object} RelayParts
 * @property {Clock} clock
 * @property {(body: ExchangeRequest) => Promise<Reply>} send rejects when the server cannot be reached
 * @property {(effect: PageEffect, number: number) => void} carryOut
 * @property {(view: SurfaceView) => void} show
 * @property {(waiting: number | null) => void} troubled how many events wait for a silent server; null when it answers
 * @property {() => void} forgotten the server does not know this surface any more
 * @property {() => void} reset the portal was put back to its beginning, and the page shows what is no more
 * @property {(detail: string) => void} gone the server does not know the portal any more; nothing will be sent again
 * @property {(detail: string) => void} rejected the server refused a batch, which is dropped
 */

export class Relay {
  /** The highest event number that is dealt with: the server stored it or refused it. */
  settled = 0;

  #parts;
  /** @type {Waiting[]} */
  #queue = [];
  #sequence = 0;
  #effects;
  #failures = 0;
  #busy = false;
  #again = false;
  #planned = false;
  #stopped = false;
  /** @type {unknown} */
  #timer = null;

  /** @param {RelayParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#effects = new EffectQueue(parts.clock, (effect, number) => this.#safely(() => parts.carryOut(effect, number)));
  }

  /** Queues an event and returns its number.
   * @param {SurfaceEvent} event
   */
  push(event) {
    const bytes = new TextEncoder().encode(JSON.stringify(event)).length + 64;
    this.#queue.push({ sequence: ++this.#sequence, at: this.#parts.clock.now(), bytes, event });
    if (this.#failures > 0) this.#parts.troubled(this.#queue.length);
    else this.#soon();
    return this.#sequence;
  }

  /** Asks now, whatever the timer says: the page became visible, or something wants news. */
  wake() {
    if (this.#sequence > 0) this.#soon();
  }

  /** Counts from the beginning again, for a surface the server has not heard of; what waited was about the old one. */
  restart() {
    this.#queue = [];
    this.#sequence = 0;
    this.#effects.restart();
    this.settled = 0;
  }

  /** The last request of a page that goes away: what is still waiting, and `closed`. */
  close() {
    if (this.#sequence === 0 || this.#stopped) return null;
    this.#queue.push({ sequence: ++this.#sequence, at: this.#parts.clock.now(), bytes: 0, event: { kind: "closed" } });
    this.#stopped = true;
    this.#stopTimer();
    this.#effects.stop();
    return this.#body(this.#queue);
  }

  /** What happens in one go travels together. No timer: browsers slow down the timers of tabs in the background. */
  #soon() {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      void this.#exchange();
    });
  }

  /** @param {number} delay */
  #later(delay) {
    this.#stopTimer();
    this.#timer = this.#parts.clock.setTimer(() => void this.#exchange(), delay);
  }

  #stopTimer() {
    if (this.#timer !== null) this.#parts.clock.clearTimer(this.#timer);
    this.#timer = null;
  }

  async #exchange() {
    if (this.#stopped) return;
    if (this.#busy) {
      this.#again = true; // the answer under way may have been given before the news
      return;
    }
    this.#stopTimer();
    this.#busy = true;
    this.#again = false;
    const batch = this.#nextBatch();
    const outcome = await this.#attempt(batch);
    this.#busy = false;
    if (this.#stopped) return;
    if (outcome === "again") {
      const delay = backoff[Math.min(this.#failures, backoff.length - 1)] ?? 0;
      this.#failures += 1;
      this.#parts.troubled(this.#queue.length);
      this.#later(delay);
      return;
    }
    if (this.#failures > 0) this.#parts.troubled(null);
    this.#failures = 0;
    if (this.#queue.length > 0 || this.#again) this.#soon();
    else this.#later(keepAlive);
  }

  /**
   * @param {Waiting[]} batch
   * @returns {Promise<"done" | "again">}
   */
  async #attempt(batch) {
    try {
      const reply = await this.#parts.send(this.#body(batch));
      if (reply.status === 200) return this.#answered(/** @type {ExchangeAnswer} */ (await reply.json()), batch);
      if (reply.status >= 500 || reply.status === 408 || reply.status === 429) return "again";
      const detail = await problemDetail(reply);
      if (reply.status === 404) {
        this.#stopped = true;
        this.#parts.troubled(null);
        this.#parts.gone(detail);
      } else {
        this.#settle(batch.at(-1)?.sequence ?? 0);
        this.#parts.rejected(detail);
      }
      return "done";
    } catch {
      return "again"; // unreachable, timed out, or cut off in the middle of the answer
    }
  }

  /**
   * @param {ExchangeAnswer} answer
   * @param {Waiting[]} batch
   * @returns {"done" | "again"}
   */
  #answered(answer, batch) {
    if (typeof answer?.acknowledged !== "number" || !Array.isArray(answer.effects)) return "again";
    if (this.#stopped) return "done";
    if (answer.reload) {
      this.#stopped = true;
      this.#parts.reset();
      return "done";
    }
    const settled = this.#settle(answer.acknowledged);
    this.#effects.add(answer.effects);
    const { view } = answer;
    if (view === null) {
      this.#parts.forgotten();
      return "done";
    }
    this.#safely(() => this.#parts.show(view));
    // A server that stores nothing of what it was sent would be asked again without a pause.
    return batch.length > 0 && settled === 0 ? "again" : "done";
  }

  /** One broken effect must not stop the others, nor have the whole answer asked for again.
   * @param {() => void} run
   */
  #safely(run) {
    try {
      run();
    } catch (error) {
      console.error(error);
    }
  }

  /** Forgets the events up to this number and says how many they were.
   * @param {number} sequence
   */
  #settle(sequence) {
    const before = this.#queue.length;
    this.#queue = this.#queue.filter((waiting) => waiting.sequence > sequence);
    this.settled = Math.max(this.settled, sequence);
    return before - this.#queue.length;
  }

  #nextBatch() {
    let bytes = 0;
    const end = this.#queue.findIndex((waiting, index) => {
      bytes += waiting.bytes;
      return index > 0 && (index >= maximumBatch || bytes > maximumBytes);
    });
    return end < 0 ? [...this.#queue] : this.#queue.slice(0, end);
  }

  /**
   * @param {Waiting[]} batch
   * @returns {ExchangeRequest}
   */
  #body(batch) {
    const now = this.#parts.clock.now();
    return {
      received: this.#effects.done,
      events: batch.map(({ sequence, at, event }) => ({ ...event, sequence, age: Math.max(0, Math.round(now - at)) })),
    };
  }
}

/** @param {Reply} reply */
async function problemDetail(reply) {
  const problem = /** @type {{ detail?: unknown, title?: unknown } | null} */ (await reply.json().catch(() => null));
  const text = problem?.detail ?? problem?.title;
  return typeof text === "string" && text !== "" ? text : `The portal answered ${reply.status}.`;
}
