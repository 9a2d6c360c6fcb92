/** @import { Alerts } from "./alerts.js" */
import { make } from "../shared/dom.js";

/** The detached page that holds the calls. A browser opens it only right after a click. */
export class CallingWindow {
  /** @type {Window | null} */
  #window = null;

  #url;
  #name;
  #alerts;

  /**
   * @param {number} portalId
   * @param {Alerts} alerts
   */
  constructor(portalId, alerts) {
    this.#url = `/calling-integration-popup-ui/${portalId}`;
    this.#name = `calling-window-${portalId}`;
    this.#alerts = alerts;
  }

  /** @param {boolean} isOpen the user has one already, opened here or by another tab */
  openOrFocus(isOpen) {
    if (this.#window && !this.#window.closed) {
      this.#window.focus();
      return;
    }
    if (isOpen) return;
    this.#window = window.open(this.#url, this.#name, "popup,width=460,height=760");
    if (this.#window === null) this.#sayBlocked();
  }

  #sayBlocked() {
    const link = make("a", { text: "Open the calling window", attributes: { href: this.#url, target: this.#name } });
    this.#alerts.show("warning", "The browser blocked the calling window.", link);
  }
}
