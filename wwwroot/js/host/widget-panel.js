/** @import { FrameState, SurfaceView } from "../shared/types.js" */
import { required, setText } from "../shared/dom.js";
import { agentBadge, canEnd } from "./call-text.js";
import { dock } from "./dock.js";

/** @type {Record<FrameState, string>} */
const progress = {
  absent: "",
  loading: "Loading the widget …",
  syncing: "Waiting for the widget to answer …",
  synced: "Connected, waiting for the widget to be ready …",
  initialized: "",
  failed: "",
};

/** The floating panel around the iframe: title, badges, buttons, failure text. */
export class WidgetPanel {
  frameSlot;

  #root;
  #inbound = false;

  /**
   * @param {HTMLElement} root
   * @param {Record<"minimize" | "restore" | "close" | "endCall" | "retry" | "closeConfirmed", () => void>} pressed
   */
  constructor(root, pressed) {
    this.#root = root;
    this.frameSlot = this.#slot("frame");
    if (!root.matches(".whole-window")) dock(root);
    this.#on("minimize", pressed.minimize);
    this.#on("restore", pressed.restore);
    this.#on("close", pressed.close);
    this.#on("end-call", pressed.endCall);
    this.#on("retry", pressed.retry);
    this.#dialog.addEventListener("close", () => {
      if (this.#dialog.returnValue === "close") pressed.closeConfirmed();
    });
  }

  /** @param {{ name: string, supportsInboundCalling: boolean }} provider */
  setProvider({ name, supportsInboundCalling }) {
    setText(this.#slot("title"), name);
    this.#inbound = supportsInboundCalling;
  }

  /**
   * @param {FrameState} state
   * @param {string | null} reason
   */
  setState(state, reason) {
    this.#root.dataset["state"] = state;
    setText(this.#slot("progress"), progress[state]);
    setText(this.#slot("reason"), reason ?? "");
    this.#slot("failure").hidden = state !== "failed";
  }

  /** @param {SurfaceView} view */
  show(view) {
    const hadFocus = this.#root.contains(document.activeElement);
    this.#root.dataset["visibility"] = view.visibility;
    this.#button("minimize").hidden = view.visibility === "minimized";
    this.#button("restore").hidden = view.visibility !== "minimized";
    this.#button("end-call").hidden = !canEnd(view.call);
    // The button that was pressed has just gone; without this the keyboard would start at the top of the page again.
    if (hadFocus && view.visibility !== "hidden" && !isUsable(document.activeElement)) {
      this.#button(view.visibility === "minimized" ? "restore" : "minimize").focus();
    }
    this.#showAgent(agentBadge(view, this.#inbound));
  }

  /** @param {string} text empty: nothing is wrong */
  setTrouble(text) {
    setText(this.#slot("trouble"), text);
    this.#slot("trouble").hidden = text === "";
  }

  /** Asks whether to close although a call is active. */
  askClose() {
    this.#dialog.returnValue = "";
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.#slot("close-dialog"));
  }

  /** @param {ReturnType<typeof agentBadge>} badge */
  #showAgent(badge) {
    const element = this.#slot("agent");
    element.hidden = badge === null;
    element.dataset["tone"] = badge?.tone ?? "";
    setText(element, badge?.text ?? "");
  }

  /** @param {string} name */
  #slot(name) {
    return required(this.#root, `[data-slot="${name}"]`);
  }

  /** @param {string} name */
  #button(name) {
    return required(this.#root, `button[data-action="${name}"]`);
  }

  /**
   * @param {string} name
   * @param {() => void} run
   */
  #on(name, run) {
    this.#button(name).addEventListener("click", run);
  }
}

/** @param {Element | null} element */
function isUsable(element) {
  return element instanceof HTMLElement && element !== document.body && !element.hidden;
}
