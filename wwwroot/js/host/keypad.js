import { required } from "../shared/dom.js";
import { typedNumberProblem } from "./dial.js";

const gap = 6;
const margin = 16;

/** The popover in the page header where a number is typed. */
export class Keypad {
  #button;
  #form;
  #field;
  #problem;

  /**
   * @param {HTMLElement} button
   * @param {HTMLFormElement} form
   * @param {(number: string) => void} dial
   */
  constructor(button, form, dial) {
    this.#button = button;
    this.#form = form;
    this.#field = /** @type {HTMLInputElement} */ (required(form, "input"));
    this.#problem = required(form, "[role=alert]");
    form.addEventListener("toggle", () => this.#place());
    window.addEventListener("resize", () => this.#place());
    this.#field.addEventListener("input", () => this.#say(""));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const problem = typedNumberProblem(this.#field.value);
      this.#say(problem);
      if (problem) {
        this.#field.focus();
        return;
      }
      dial(this.#field.value.trim());
      form.hidePopover();
      form.reset();
    });
  }

  /** Under its button, within the window. */
  #place() {
    if (!this.#form.matches(":popover-open")) return;
    const { left, bottom } = this.#button.getBoundingClientRect();
    const rightmost = document.documentElement.clientWidth - this.#form.offsetWidth - margin;
    this.#form.style.left = `${Math.max(margin, Math.min(left, rightmost))}px`;
    this.#form.style.top = `${bottom + gap}px`;
  }

  /** @param {string} problem */
  #say(problem) {
    this.#problem.textContent = problem;
    this.#problem.hidden = problem === "";
    this.#field.setAttribute("aria-invalid", String(problem !== ""));
  }
}
