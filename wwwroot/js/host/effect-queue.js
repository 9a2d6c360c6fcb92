/** @import { Clock, ExchangeAnswer, PageEffect } from "../shared/types.js" */

/** Carries out each effect once, in order. A message that is to be late holds up what comes after it. */
export class EffectQueue {
  /** The number of the last effect carried out; what waits is not confirmed to the server. */
  done = 0;

  #clock;
  #carryOut;
  #taken = 0;
  /** @type {{ number: number, effect: PageEffect, due: number }[]} */
  #waiting = [];
  /** @type {unknown} */
  #timer = null;

  /**
   * @param {Clock} clock
   * @param {(effect: PageEffect, number: number) => void} carryOut
   */
  constructor(clock, carryOut) {
    this.#clock = clock;
    this.#carryOut = carryOut;
  }

  /** @param {ExchangeAnswer["effects"]} effects may repeat what was taken already */
  add(effects) {
    const now = this.#clock.now();
    for (const { number, effect } of effects) {
      if (number <= this.#taken) continue;
      this.#taken = number;
      this.#waiting.push({ number, effect, due: now + (effect.kind === "send" ? (effect.delay ?? 0) : 0) });
    }
    this.#release();
  }

  /** Drops what waits. */
  stop() {
    this.#waiting = [];
    this.#stopTimer();
  }

  /** Counts from the beginning again. */
  restart() {
    this.stop();
    this.done = 0;
    this.#taken = 0;
  }

  #release() {
    this.#stopTimer();
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const wait = next.due - this.#clock.now();
      if (wait > 0) {
        this.#timer = this.#clock.setTimer(() => this.#release(), wait);
        return;
      }
      this.#waiting.shift();
      this.done = next.number;
      this.#carryOut(next.effect, next.number);
    }
  }

  #stopTimer() {
    if (this.#timer !== null) this.#clock.clearTimer(this.#timer);
    this.#timer = null;
  }
}
