/** @import { ExchangeRequest } from "../shared/types.js" */

/** The exchange's address and the two ways to reach it. */
export class Exchange {
  #url;

  /**
   * @param {number} portalId
   * @param {string} surfaceId
   */
  constructor(portalId, surfaceId) {
    this.#url = `/surfaces/${portalId}/${surfaceId}/exchange`;
  }

  /** @param {ExchangeRequest} body */
  send(body) {
    return fetch(this.#url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
  }

  /** Sends while the page goes away. Browsers cap this at 64 KB; then at least the end gets through.
   * @param {ExchangeRequest} body
   */
  sendLast(body) {
    if (this.#beacon(body)) return;
    this.#beacon({ ...body, events: body.events.slice(-1) });
  }

  /** @param {ExchangeRequest} body */
  #beacon(body) {
    return navigator.sendBeacon(this.#url, new Blob([JSON.stringify(body)], { type: "application/json" }));
  }
}
