// A browser opens no more than six connections to a server, and a stream keeps one for as long as it is open: with six windows
// side by side, or six pages of a browser test, no page would load any more. So all pages of this server together have one
// place for a stream less. Who has one gives it up after a while when somebody waits for it, and waits himself.

const places = ["stream-1", "stream-2", "stream-3", "stream-4", "stream-5"];
const turn = 2000;

/**
 * Opens when there is a place, closes when it goes to another page, and so on until the signal, whose sender closes himself.
 * @param {AbortSignal} signal
 * @param {{ open: () => void, close: () => void }} stream
 * @param {LockManager | undefined} [locks] absent where the page is not secure; then every page has a place
 */
export async function takeTurns(signal, { open, close }, locks = navigator.locks) {
  const ended = new Promise((done) => signal.addEventListener("abort", done, { once: true }));
  while (!signal.aborted) {
    const place = locks && (await freest(locks));
    if (signal.aborted) return;
    const work = async () => {
      if (signal.aborted) return;
      open();
      do await Promise.race([ended, wait(turn)]);
      while (!signal.aborted && !(locks && place && (await isWantedByOthers(locks, place))));
      if (!signal.aborted) close();
    };
    if (!locks || !place) await work();
    else await locks.request(place, { signal }, work).catch((error) => { if (!signal.aborted) throw error; });
  }
}

/** The place with the fewest pages that have it or wait for it.
 * @param {LockManager} locks
 */
async function freest(locks) {
  const { held = [], pending = [] } = await locks.query();
  const takers = (/** @type {string} */ place) => [...held, ...pending].filter(({ name }) => name === place).length;
  return [...places].sort((one, other) => takers(one) - takers(other))[0];
}

/**
 * @param {LockManager} locks
 * @param {string} place
 */
async function isWantedByOthers(locks, place) {
  const { pending = [] } = await locks.query();
  return pending.some(({ name }) => name === place);
}

/** @param {number} milliseconds */
function wait(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
