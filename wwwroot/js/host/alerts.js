/** @import { Tone } from "../shared/types.js" */
import { make } from "../shared/dom.js";

const maximum = 5;
const longest = 2000;

/** What the user is told, newest last, until he dismisses it. */
export class Alerts {
  #list;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  /**
   * @param {Tone | string} tone
   * @param {string} text
   * @param {HTMLElement} [help] what the user can do about it
   */
  show(tone, text, help) {
    const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
    // The same text again replaces the old one: it is announced anew, and a widget cannot fill the page with it.
    for (const alert of [...this.#list.children]) {
      if (alert.querySelector("[data-slot=text]")?.textContent === shown) alert.remove();
    }
    const alert = make("div", { className: "alert", attributes: { role: "alert", "data-tone": tone } });
    const dismiss = make("button", { className: "button quiet", text: "Dismiss", attributes: { type: "button" } });
    dismiss.addEventListener("click", () => alert.remove());
    alert.append(make("span", { text: shown, attributes: { "data-slot": "text" } }));
    if (help) alert.append(help);
    alert.append(dismiss);
    this.#list.append(alert);
    while (this.#list.children.length > maximum) this.#list.firstElementChild?.remove();
  }
}
