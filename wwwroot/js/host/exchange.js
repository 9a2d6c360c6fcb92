/** @import { ExchangeRequest } from "../shared/types.js" */
import { newUuid } from "./clock.js";

/** The surface's address and the ways to reach it. */
export class Exchange {
  /** How the server knows this page. */
  surfaceId = "";

  #portalId;
  #url;

  /** @param {number} portalId */
  constructor(portalId) {
    this.#portalId = portalId;
    this.#url = this.#newUrl();
  }

  /** From now on this page is a surface the server has never heard of. */
  renew() {
    this.#url = this.#newUrl();
  }

  #newUrl() {
    this.surfaceId = `s-${newUuid()}`;
    return `/surfaces/${this.#portalId}/${this.surfaceId}`;
  }

  /** The connection over which the server says that there is something to fetch. */
  connect() {
    const url = new URL(`${this.#url}/live`, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    return new WebSocket(url);
  }

  /** @param {ExchangeRequest} body */
  send(body) {
    return fetch(`${this.#url}/exchange`, {
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
    return navigator.sendBeacon(`${this.#url}/exchange`, new Blob([JSON.stringify(body)], { type: "application/json" }));
  }
}
