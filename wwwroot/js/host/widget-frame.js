import { sizeAttribute } from "./size.js";
import { Stranger } from "./stranger.js";

/** The SDK's own host code looks the iframe up by this id, and so do tests written against HubSpot. */
const frameId = "hubspot-calling-extension-iframe";

/**
 * @typedef {object} FrameListener
 * @property {(url: string) => void} loading
 * @property {() => void} loaded
 * @property {(data: unknown, origin: string) => void} received
 */

/** The iframe and what the browser lets the page see of it. */
export class WidgetFrame {
  blockedByPolicy = false;

  #slot;
  #listener;
  /** @type {HTMLIFrameElement | null} */
  #iframe = null;
  /** @type {Stranger | null} */
  #stranger = null;

  /**
   * @param {HTMLElement} slot
   * @param {FrameListener} listener
   */
  constructor(slot, listener) {
    this.#slot = slot;
    this.#listener = listener;
    window.addEventListener("message", (event) => {
      // The source tells our widget from every other frame and window; without an iframe both sides would be null.
      if (this.#iframe && event.source && event.source === this.#iframe.contentWindow) {
        listener.received(event.data, event.origin);
      }
    });
    document.addEventListener("securitypolicyviolation", (event) => {
      if (event.effectiveDirective === "frame-src" && this.#iframe) this.blockedByPolicy = true;
    });
  }

  get exists() {
    return this.#iframe !== null;
  }

  get url() {
    return this.#iframe?.src ?? "";
  }

  /** @param {{ name: string, url: string, width?: number | string, height?: number | string }} widget */
  open({ name, url, width, height }) {
    const iframe = document.createElement("iframe");
    iframe.id = frameId;
    iframe.title = name;
    iframe.allow = "microphone; autoplay; speaker-selection";
    // SDK 0.0.6 trusts the referrer's origin only, whatever referrer policy the page itself has.
    iframe.referrerPolicy = "origin";
    iframe.addEventListener("load", () => {
      if (this.#iframe === iframe) this.#listener.loaded();
    });
    this.#iframe = iframe;
    this.resize({ width, height });
    this.load(url);
    this.#slot.replaceChildren(iframe);
  }

  /** Loads an address in the iframe there is.
   * @param {string} url
   */
  load(url) {
    if (!this.#iframe) return;
    this.blockedByPolicy = false;
    this.#iframe.setAttribute("src", url);
    this.#listener.loading(url);
  }

  remove() {
    this.#iframe = null;
    this.#slot.replaceChildren();
  }

  /**
   * @param {object} message
   * @param {string} targetOrigin
   */
  post(message, targetOrigin) {
    this.#iframe?.contentWindow?.postMessage(message, targetOrigin);
  }

  /** Posts from a window that is not the widget's parent.
   * @param {object} message
   * @param {string} targetOrigin
   */
  postAsStranger(message, targetOrigin) {
    if (!this.#iframe) return;
    this.#stranger ??= new Stranger();
    this.#stranger.post(this.#iframe, message, targetOrigin);
  }

  /** @param {{ width?: unknown, height?: unknown }} wanted */
  resize({ width, height }) {
    const attributes = {
      width: sizeAttribute(width, document.documentElement.clientWidth),
      height: sizeAttribute(height, document.documentElement.clientHeight),
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null) this.#iframe?.setAttribute(name, value);
    }
  }

  /** Where the iframe is; null when it may not be read, as with every page of another origin and every error page. */
  get location() {
    try {
      return this.#iframe?.contentWindow?.location.href ?? null;
    } catch {
      return null;
    }
  }
}
