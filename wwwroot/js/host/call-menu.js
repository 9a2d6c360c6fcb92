/** @import { PortalContext, Provider } from "../shared/types.js" */
import { make } from "../shared/dom.js";

/** The menu of numbers and providers behind `call-options`, usable with the keyboard like every menu. */
export class CallMenu {
  #button;
  #menu;

  /**
   * @param {HTMLElement} button
   * @param {HTMLElement} menu
   */
  constructor(button, menu) {
    this.#button = button;
    this.#menu = menu;
    button.addEventListener("click", () => (this.#isOpen ? this.#close(false) : this.#open(0)));
    button.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      this.#open(event.key === "ArrowDown" ? 0 : -1);
    });
    menu.addEventListener("keydown", (event) => this.#key(event));
    menu.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[role^=menuitem]")) this.#close(true);
    });
    document.addEventListener("pointerdown", (event) => {
      const inside = event.target instanceof Node && (menu.contains(event.target) || button.contains(event.target));
      if (this.#isOpen && !inside) this.#close(false);
    });
  }

  /**
   * One provider is no choice, unless it was made by somebody else.
   * @param {Provider[]} providers
   * @param {string} chosen
   * @param {PortalContext["account"]} account
   * @param {(provider: Provider) => void} choose
   */
  setProviders(providers, chosen, account, choose) {
    const group = this.#menu.querySelector("[data-slot=providers]");
    const locked = !account.seat || Boolean(account.lockedProvider);
    const listed = providers.length > 1 || locked ? providers : [];
    group?.replaceChildren(...listed.map((provider) => {
      const isChosen = provider.name === chosen;
      const item = make("button", { attributes: {
        type: "button",
        role: "menuitemradio",
        "data-testid": "provider",
        "aria-checked": String(isChosen),
        "aria-disabled": String(locked && !isChosen),
        tabindex: "-1",
      } });
      item.append(make("span", { text: provider.name }));
      if (locked) item.append(make("span", { className: "detail muted", text: noteOn(isChosen, account) }));
      item.addEventListener("click", () => choose(provider));
      return item;
    }));
  }

  get #isOpen() {
    return !this.#menu.hidden;
  }

  get #items() {
    return /** @type {HTMLElement[]} */ ([...this.#menu.querySelectorAll("[role^=menuitem]:not([disabled])")]);
  }

  /** @param {number} index */
  #open(index) {
    this.#menu.hidden = false;
    this.#button.setAttribute("aria-expanded", "true");
    this.#items.at(index)?.focus();
  }

  /** @param {boolean} returnFocus */
  #close(returnFocus) {
    this.#menu.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
    if (returnFocus) this.#button.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const items = this.#items;
    const index = items.findIndex((item) => item === document.activeElement);
    const targets = {
      ArrowDown: items[(index + 1) % items.length],
      ArrowUp: items.at(index <= 0 ? -1 : index - 1),
      Home: items[0],
      End: items.at(-1),
    };
    if (event.key === "Escape") {
      event.preventDefault();
      this.#close(true);
    } else if (event.key === "Tab") {
      this.#close(false);
    } else if (event.key in targets) {
      event.preventDefault();
      targets[/** @type {keyof typeof targets} */ (event.key)]?.focus();
    }
  }
}

/**
 * @param {boolean} isChosen
 * @param {PortalContext["account"]} account
 */
function noteOn(isChosen, account) {
  if (!account.seat) return "Needs a seat with calling";
  return isChosen ? "Locked by your administrator" : "Not allowed by your administrator";
}
