import { make } from "../shared/dom.js";

/**
 * A window of another origin beside the widget. What a page posts itself always has its own origin and is its own: to let
 * a widget hear somebody else, somebody else has to post. A sandboxed frame will do: its origin is opaque, so the widget
 * sees `event.origin` "null" and an `event.source` that is not its parent. The frame may post to the widget, as any window
 * may that can name it; it knows the widget by its place among the page's frames.
 */
export class Stranger {
  #frame;
  /** @type {(() => void)[] | null} what waits for the frame to load */
  #waiting = [];

  constructor() {
    this.#frame = /** @type {HTMLIFrameElement} */ (make("iframe", {
      attributes: { sandbox: "allow-scripts", src: "/stranger.html", title: "A window of another origin", hidden: "" },
    }));
    this.#frame.addEventListener("load", () => {
      const waiting = this.#waiting ?? [];
      this.#waiting = null;
      for (const post of waiting) post();
    });
    document.body.append(this.#frame);
  }

  /**
   * @param {HTMLIFrameElement} widget
   * @param {object} message
   * @param {string} targetOrigin
   */
  post(widget, message, targetOrigin) {
    const post = () => {
      const place = Array.from({ length: window.length }, (_, index) => window[index]).indexOf(widget.contentWindow ?? undefined);
      // An opaque origin cannot be addressed; the frame holds nothing but our own script.
      if (place >= 0) this.#frame.contentWindow?.postMessage({ place, message, targetOrigin }, "*");
    };
    if (this.#waiting) this.#waiting.push(post);
    else post();
  }
}
