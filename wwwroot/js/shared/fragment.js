import { showLocalNumbers } from "./local-number.js";
import { showLocalTimes } from "./local-time.js";

/**
 * A piece of a page, as the server renders it and as the page's scripts would have made it. An answer that is none is an error
 * with its status for a cause.
 * @param {string} url
 * @param {string} selector
 * @returns {Promise<HTMLElement>}
 */
export async function fetchFragment(url, selector) {
  const answer = await fetch(url, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(15_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`, { cause: answer.status });
  const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`${url} has no ${selector} in it`);
  const fragment = /** @type {HTMLElement} */ (document.importNode(found, true));
  showLocalTimes(fragment);
  showLocalNumbers(fragment);
  for (const button of fragment.querySelectorAll("button[data-copy]")) button.removeAttribute("hidden");
  return fragment;
}

/**
 * Runs a piece of work when asked to, once at a time: several wishes during a run, and the rest after it, end in one more.
 * @param {() => Promise<void>} work
 * @param {number} [rest] milliseconds
 */
export function coalesced(work, rest = 0) {
  let [wanted, busy] = [false, false];
  return async () => {
    wanted = true;
    if (busy) return;
    busy = true;
    while (wanted) {
      wanted = false;
      try {
        await work();
      } catch (error) {
        console.warn(error);
      }
      if (rest > 0) await new Promise((done) => setTimeout(done, rest));
    }
    busy = false;
  };
}
