/** A clock that stands still until it is told to go on, and then fires every timer at its exact time. */
export class FakeClock {
  #now = 0;
  #timers = new Map();
  #last = 0;

  now = () => this.#now;

  setTimer = (run, milliseconds) => {
    this.#timers.set(++this.#last, { at: this.#now + milliseconds, run });
    return this.#last;
  };

  clearTimer = (timer) => {
    this.#timers.delete(timer);
  };

  get pending() {
    return this.#timers.size;
  }

  /** Lets time pass, and with it everything that waits for a promise. */
  async pass(milliseconds) {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = Math.max(this.#now, due[1].at);
      due[1].run();
      await settle();
    }
    this.#now = end;
  }

  /** A long pause in which no timer could fire, as in a suspended laptop. */
  sleep(milliseconds) {
    this.#now += milliseconds;
  }
}

export function settle() {
  return new Promise((resolve) => setImmediate(resolve));
}
