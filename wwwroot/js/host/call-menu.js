/** @import { Provider } from "../shared/types.js" */
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
   * @param {Provider[]} providers
   * @param {string} chosen
   * @param {(provider: Provider) => void} choose
   */
  setProviders(providers, chosen, choose) {
    const group = this.#menu.querySelector("[data-slot=providers]");
    if (!group) return;
    if (!group.hasAttribute("aria-label") && !group.hasAttribute("aria-labelledby")) {
      group.setAttribute("aria-label", "Calling provider");
    }
    group.replaceChildren(...providers.map((provider) => {
      const item = make("button", { text: provider.name, attributes: {
        type: "button",
        role: "menuitemradio",
        "data-testid": "provider",
        "aria-checked": String(provider.name === chosen),
        tabindex: "-1",
      } });
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
