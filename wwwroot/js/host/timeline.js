import { showLocalTimes } from "../shared/local-time.js";

/** Fetches a record's timeline anew and swaps it in. */
export class Timeline {
  #failed;
  #wanted = false;
  #busy = false;

  /** @param {(text: string) => void} failed */
  constructor(failed) {
    this.#failed = failed;
  }

  /** Several requests at once end in one more fetch after the one under way, so the last state always shows. */
  async refresh() {
    this.#wanted = true;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#wanted) {
      this.#wanted = false;
      try {
        await swap();
      } catch (error) {
        console.warn(error);
        this.#failed("The timeline could not be refreshed. Reload the page to see what is new.");
      }
    }
    this.#busy = false;
  }
}

async function swap() {
  const timeline = document.getElementById("timeline");
  const url = timeline?.dataset["url"];
  if (!timeline || !url) return; // a page without a record
  const answer = await fetch(url, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("timeline");
  if (!fresh) throw new Error(`${url} has no timeline in it`);
  const shown = document.importNode(fresh, true);
  showLocalTimes(shown);
  timeline.replaceWith(shown);
}
