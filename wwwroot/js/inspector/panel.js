/** @import { Line, Start } from "./types.js" */
import { required, setText } from "../shared/dom.js";
import { PortalEvents } from "../shared/portal-events.js";
import { coalesced, fetchFragment } from "../shared/fragment.js";
import { MessageList } from "./message-list.js";
import { lineOf, Messages } from "./messages.js";
import { SendForm } from "./send-form.js";

const selector = "[data-inspector]";

/**
 * @typedef {object} PanelOptions
 * @property {boolean} addressed the page's address says what is shown, and follows it
 * @property {() => void} [surfacesChanged]
 */

/** The inspector's list, live: what the server rendered is the beginning, the stream brings the rest. */
export class Panel {
  #root;
  #options;
  #messages = new Messages();
  /** @type {PortalEvents | null} */
  #events = null;
  #list;
  #send;
  #sync = coalesced(() => this.#refresh());
  #address;
  #picked = 0;
  #live = false;
  #spoken = false;
  #shown;

  /**
   * @param {HTMLElement} root
   * @param {PanelOptions} options
   */
  constructor(root, options) {
    this.#root = root;
    this.#options = options;
    this.#address = root.dataset["address"] ?? "";
    this.#list = new MessageList(root, (line) => this.#addressOf(line));
    const form = this.#slot("send");
    this.#send = form instanceof HTMLDetailsElement ? new SendForm(form) : null;
    this.#shown = this.#addressOf();
    this.#listen();
    this.#begin(root);
  }

  stop() {
    this.#events?.stop();
  }

  /** @param {HTMLElement} source what the server rendered */
  #begin(source) {
    /** @type {Start} */
    const start = JSON.parse(required(source, "[data-slot=start]").textContent ?? "");
    this.#events?.stop();
    this.#events = null;
    this.#messages.begin(start.lines, start.hasEarlier);
    this.#list.begin();
    this.#spoken = false;
    this.#picked = Number(this.#slot("picked").querySelector("[data-sequence]")?.getAttribute("data-sequence") ?? 0);
    this.#list.pick(this.#picked);
    this.#reveal();
    this.#show();
    if (!start.live) return;
    const url = new URL(this.#root.dataset["events"] ?? "", location.href);
    for (const [name, value] of this.#filter()) url.searchParams.set(name, value);
    this.#events = new PortalEvents({
      url: url.href,
      position: start.position,
      handlers: {
        message: (message) => {
          this.#messages.add(lineOf(message));
          this.#show();
        },
        "call-deleted": ({ callIds }) => {
          this.#messages.forget(callIds);
          this.#show();
        },
        surface: () => this.#options.surfacesChanged?.(),
        reset: () => void this.#sync(),
      },
      changed: (live) => {
        this.#live = live;
        this.#show();
      },
    });
    this.#events.start();
  }

  #listen() {
    const form = /** @type {HTMLFormElement} */ (required(this.#root, "form.filter"));
    this.#slot("apply").hidden = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#refilter();
    });
    form.addEventListener("change", () => this.#refilter());
    this.#slot("clear").addEventListener("click", (event) => {
      event.preventDefault();
      for (const field of form.querySelectorAll("input, select")) /** @type {HTMLInputElement} */ (field).value = "";
      this.#refilter();
    });
    this.#slot("pause").addEventListener("click", () => {
      if (this.#messages.paused) this.#messages.resume();
      else this.#messages.pause();
      this.#show();
    });
    this.#slot("rows").addEventListener("click", (event) => this.#click(event));
    this.#slot("scroll").addEventListener("keydown", (event) => this.#key(event));
    this.#slot("picked").addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (!button?.hasAttribute("data-send-again")) return;
      this.#send?.edit(required(this.#slot("picked"), "[data-slot=payload]").textContent ?? "");
    });
    if (this.#options.addressed) window.addEventListener("popstate", () => location.reload());
  }

  /** What is filled in, as parameters of an address. */
  #filter() {
    const form = /** @type {HTMLFormElement} */ (required(this.#root, "form.filter"));
    return [...new FormData(form)].map(([name, value]) => /** @type {[string, string]} */ ([name, String(value).trim()]))
      .filter(([, value]) => value !== "");
  }

  /** @param {Line} [line] */
  #addressOf(line) {
    const query = new URLSearchParams(this.#filter());
    if (line) query.set("message", String(line.sequence));
    return query.size > 0 ? `${this.#address}?${query}` : this.#address;
  }

  #refilter() {
    const address = this.#addressOf();
    if (address === this.#shown) return; // the field changes, and then its form is sent
    this.#shown = address;
    if (this.#options.addressed) history.pushState(null, "", address);
    void this.#sync();
  }

  /** Begins anew with what the server has for the filter. */
  async #refresh() {
    const url = new URL(this.#addressOf(), location.href);
    url.pathname += "/panel";
    const fresh = await fetchFragment(url.href, selector);
    this.#slot("clear").hidden = this.#filter().length === 0;
    for (const old of this.#root.querySelectorAll(":scope > .alert")) old.remove();
    for (const error of fresh.querySelectorAll(":scope > .alert")) required(this.#root, ".columns").before(error);
    for (const name of ["empty", "earlier"]) this.#slot(name).replaceChildren(...required(fresh, `[data-slot=${name}]`).childNodes);
    this.#begin(fresh);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    // Whoever wants a tab of its own gets it.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.#pick(Number(link.closest("li")?.dataset["sequence"]), link.href);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const distance = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (distance === undefined) return;
    event.preventDefault();
    const line = this.#list.neighbour(distance);
    if (!line) return;
    void this.#pick(line.sequence, this.#addressOf(line));
    this.#list.focus(line.sequence);
  }

  /**
   * @param {number} sequence
   * @param {string} address
   */
  async #pick(sequence, address) {
    this.#picked = sequence;
    this.#list.pick(sequence);
    if (this.#options.addressed) history.replaceState(null, "", address);
    try {
      const card = await fetchFragment(`${this.#address}/messages/${sequence}`, "[data-sequence]");
      if (this.#picked !== sequence) return;
      this.#slot("picked").replaceChildren(card);
      this.#reveal();
    } catch (error) {
      console.warn(error);
      setText(this.#slot("picked"), "The message could not be fetched. Is the server there?");
    }
  }

  /** Shows the buttons that work now that there is a script. */
  #reveal() {
    for (const button of this.#slot("picked").querySelectorAll("button")) {
      button.hidden = button.hasAttribute("data-send-again") && this.#send === null;
    }
  }

  #show() {
    const { lines, paused, heldCount, hasEarlier } = this.#messages;
    this.#list.show(lines);
    // Opening a page is an event, too; whoever sees nothing else needs to be told what to do.
    this.#spoken ||= lines.length > 0 && (this.#filter().length > 0 || lines.some((line) => line.direction !== "host"));
    this.#slot("empty").hidden = this.#spoken;
    this.#slot("scroll").hidden = lines.length === 0;
    this.#slot("earlier").hidden = !hasEarlier;
    const { text, tone } = !this.#events ? { text: "not followed", tone: "" }
      : paused ? { text: `paused, ${heldCount} new`, tone: "warn" }
      : this.#live ? { text: "live", tone: "good" }
      : { text: "not live", tone: "bad" };
    setText(this.#slot("state"), text);
    this.#slot("state").dataset["tone"] = tone;
    const pause = this.#slot("pause");
    pause.hidden = this.#events === null;
    setText(pause, paused ? "Resume" : "Pause");
    pause.setAttribute("aria-pressed", String(paused));
  }

  /** @param {string} name */
  #slot(name) {
    return required(this.#root, `[data-slot=${name}]`);
  }
}
