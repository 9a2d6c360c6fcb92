/** @import { CallView, SurfaceView } from "../shared/types.js" */
import { required, setText } from "../shared/dom.js";
import { callState, canEnd, duration, stateText } from "./call-text.js";

/** The current call in words, with a running timer. */
export class CallBar {
  #root;
  #ticker = 0;

  /**
   * @param {HTMLElement} root
   * @param {() => void} endCall
   */
  constructor(root, endCall) {
    this.#root = root;
    this.#slot("end-call").addEventListener("click", endCall);
  }

  /**
   * @param {SurfaceView} view
   * @param {string} provider
   */
  show(view, provider) {
    const call = view.call ?? null;
    const state = callState(call);
    this.#root.dataset["state"] = state;
    setText(this.#slot("state"), stateText(call, provider));
    setText(this.#slot("party"), state === "idle" ? "" : party(call));
    const ids = state === "idle" ? [] : (call?.engagementIds ?? []);
    setText(this.#slot("engagements"), ids.length > 0 ? `Engagement ${ids.join(", ")}` : "");
    // The panel has this button, too, and a page one of it.
    this.#slot("end-call").hidden = view.visibility !== "hidden" || !canEnd(call);
    this.#run(state === "idle" ? null : call);
  }

  /** @param {string} text empty: nothing is wrong */
  setTrouble(text) {
    setText(this.#slot("trouble"), text);
    this.#root.toggleAttribute("data-trouble", text !== "");
  }

  /** @param {CallView | null} call */
  #run(call) {
    clearInterval(this.#ticker);
    const from = Date.parse(call?.answeredAt ?? "");
    const until = Date.parse(call?.endedAt ?? "");
    const write = () => {
      const passed = (Number.isNaN(until) ? Date.now() : until) - from;
      setText(this.#slot("timer"), Number.isNaN(from) ? "" : duration(passed));
    };
    write();
    if (!Number.isNaN(from) && Number.isNaN(until)) this.#ticker = window.setInterval(write, 500);
  }

  /** @param {string} name */
  #slot(name) {
    return required(this.#root, `[data-slot="${name}"]`);
  }
}

/** @param {CallView | null} call */
function party(call) {
  return [call?.name, call?.number].filter((text) => text).join(" · ");
}
