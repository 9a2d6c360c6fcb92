/** @import { SurfaceView } from "../shared/types.js" */
import { callState } from "./call-text.js";

/** The call icon in the navigation bar: opens and closes the panel of the remote. */
export class RemoteButton {
  #button;

  /**
   * @param {HTMLElement} button
   * @param {(open: boolean) => void} pressed
   */
  constructor(button, pressed) {
    this.#button = button;
    button.addEventListener("click", () => pressed(button.getAttribute("aria-expanded") !== "true"));
  }

  /** @param {boolean} wanted */
  offer(wanted) {
    this.#button.hidden = !wanted;
  }

  /** @param {SurfaceView} view */
  show(view) {
    this.#button.setAttribute("aria-expanded", String(view.visibility === "open"));
    this.#button.dataset["state"] = callState(view.call);
  }
}
