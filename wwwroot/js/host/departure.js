/** @import { Exchange } from "./exchange.js" */
/** @import { LeaveGuard } from "./leave-guard.js" */
import { newUuid } from "./clock.js";
import { goTo } from "./navigation.js";

/** The ways this page goes away for another one. */
export class Departure {
  #guard;
  #exchange;
  #send;

  /**
   * @param {LeaveGuard} guard
   * @param {Exchange} exchange
   * @param {(message: { type: string, messageId: string }) => void} send to the widget
   */
  constructor(guard, exchange, send) {
    this.#guard = guard;
    this.#exchange = exchange;
    this.#send = send;
  }

  /** Nobody is asked and the call is not ended: the next page takes it over.
   * @param {string} url
   */
  takeCallTo(url) {
    this.#guard.release();
    goTo(url, this.#exchange.surfaceId);
  }

  /** The way a link goes, once the user has said that the call may end.
   * @param {string} url
   */
  leaveTo(url) {
    this.endCall();
    this.#guard.release();
    location.assign(url);
  }

  /** The portal was reset; what the page holds is no more. */
  reload() {
    this.#guard.release();
    location.reload();
  }

  /** Best effort: the widget's document goes away with the page, so it may never hear this. */
  endCall() {
    if (this.#guard.active) this.#send({ type: "END_CALL", messageId: `host-${newUuid()}` });
  }
}
