/** @import { Clock, FrameState, HandshakeFault, SurfaceEvent } from "../shared/types.js" */
/** @import { FailureFacts } from "./failure.js" */
import { explainFailure } from "./failure.js";
import { faultText, wrongHost } from "./handshake-fault.js";
import { announcedOrigin, httpOrigin, isMessage } from "./origins.js";
import { toWire } from "./to-wire.js";

// How a host and a widget find each other:
// 1. The iframe fires `load`. Whatever was known of an earlier document is void.
// 2. The host posts SYNC at once and every 100 ms, each with an id of its own; the SDK may start late.
// 3. The SDK answers exactly one of them in its life with SYNC_ACK and that id, then the app sends INITIALIZED.
// 4. Before each SYNC the host checks the time since the first one of this load; past the limit it gives up, but a
//    late SYNC_ACK still counts.
// Only SYNC goes out before SYNC_ACK, and only messages from the expected origin come in.
// The server may want some of it to go wrong: it says so ahead, for the next document.

const maximumRefusedPerLoad = 20;

/**
 * @typedef {object} HandshakeParts
 * @property {Clock} clock
 * @property {(message: object, targetOrigin: string) => void} post
 * @property {(message: object, targetOrigin: string) => void} postAsStranger posts from a window that is not the widget's parent
 * @property {() => Record<string, unknown>} fields what every SYNC carries beside `type` and `messageId`
 * @property {() => string} newId
 * @property {(event: SurfaceEvent) => void} report
 * @property {(state: FrameState, reason: string | null) => void} changed
 * @property {() => Pick<FailureFacts, "url" | "hostUrl" | "blockedByPolicy" | "location">} observe
 * @property {number} interval
 * @property {number} limit
 * @property {boolean} lenient SYNC goes to any origin, and the one that answers becomes the widget's
 */

export class Handshake {
  /** @type {FrameState} */
  state = "absent";
  /** Where messages go to and must come from. */
  expectedOrigin = "";

  #parts;
  /** @type {unknown} */
  #timer = null;
  #firstSync = 0;
  /** @type {Set<unknown>} ids of the SYNCs of this document: the answer can be to any of them */
  #pending = new Set();
  #refused = /** @type {string[]} */ ([]);
  #heard = /** @type {Set<string>} */ (new Set());
  #acknowledgedBefore = false;
  /** @type {HandshakeFault} for the next document */
  #expected = {};
  /** @type {HandshakeFault} for this one */
  #fault = {};

  /** @param {HandshakeParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** What is to go wrong with the next document.
   * @param {HandshakeFault | null} fault
   */
  expect(fault) {
    this.#expected = fault ?? {};
  }

  /** The iframe was created or its `src` set.
   * @param {string} url
   */
  loading(url) {
    this.#forget();
    this.expectedOrigin = httpOrigin(url) ?? "";
    this.#acknowledgedBefore = false;
    this.#fault = this.#expected;
    this.#parts.report({ kind: "frame-loading" });
    this.#become("loading");
    this.#failAfterLimit(false);
  }

  /** The iframe's `load`: a new document, so a new handshake. */
  loaded() {
    // What came while the document was loading came from this document.
    const [refused, heard] = this.state === "loading" ? [this.#refused, this.#heard] : [[], []];
    this.#forget();
    this.#refused = refused;
    this.#heard = new Set(heard);
    this.#parts.report({ kind: "frame-loaded" });
    this.#become("syncing");
    this.#fault = this.#expected;
    if (this.#fault.mode === "never") this.#failAfterLimit(true);
    else if (this.#fault.mode === "late") this.#timer = this.#parts.clock.setTimer(() => this.#begin(), this.#fault.delay ?? 0);
    else this.#begin();
  }

  #begin() {
    this.#firstSync = this.#parts.clock.now();
    this.#sync();
  }

  /** The iframe is gone. */
  removed() {
    this.#forget();
    this.#become("absent");
  }

  /** A message of our own iframe's window.
   * @param {unknown} data
   * @param {string} origin
   */
  received(data, origin) {
    if (!isMessage(data) || this.state === "absent") return;
    if (this.#fault.mode === "unacknowledged" && this.state !== "loading") {
      this.#parts.report({ kind: "message", payload: toWire(data), origin, acknowledges: false, ignored: true });
      return;
    }
    const acknowledges = data.type === "SYNC_ACK" && !this.ready && this.#pending.has(data["messageId"]);
    if (origin !== this.expectedOrigin && !(acknowledges && this.#parts.lenient)) {
      this.#refuse(data, origin);
      return;
    }
    this.#heard.add(data.type);
    this.#parts.report({ kind: "message", payload: toWire(data), origin, acknowledges });
    if (acknowledges) this.#acknowledged(data, origin);
    else if (data.type === "INITIALIZED" && this.ready) this.#become("initialized");
    else if (data.type === "UNLOADING" && this.ready) this.#become("loading");
    this.expectedOrigin = announcedOrigin(data) ?? this.expectedOrigin;
  }

  /** Whether the widget may be sent anything but SYNC. */
  get ready() {
    return this.state === "synced" || this.state === "initialized";
  }

  /** Posts a message; false when there is nobody to hear it, e.g. because a new document is loading.
   * @param {object} message
   */
  send(message) {
    if (!this.ready) return false;
    // A sandboxed widget has no origin that could be addressed; it gets this far in lenient mode only.
    this.#parts.post(message, this.expectedOrigin === "null" ? "*" : this.expectedOrigin);
    return true;
  }

  #sync() {
    const { clock, interval, lenient } = this.#parts;
    if (clock.now() - this.#firstSync > this.#limit) {
      this.#fail(true);
      return;
    }
    const strange = this.#fault.mode === "wrongOrigin";
    const message = { type: "SYNC", messageId: this.#parts.newId(), ...this.#parts.fields(), ...(strange ? wrongHost : {}) };
    this.#pending.add(message.messageId);
    const post = strange ? this.#parts.postAsStranger : this.#parts.post;
    post(message, lenient ? "*" : this.expectedOrigin);
    this.#parts.report({ kind: "sync-sent", message: toWire(message) });
    // The next one is due on the grid of the first, so a late timer does not shift all that follow, and after a
    // long pause there is no burst.
    const passed = clock.now() - this.#firstSync;
    const next = (Math.round(passed / interval) + 1) * interval;
    this.#timer = clock.setTimer(() => this.#sync(), next - passed);
  }

  get #limit() {
    return this.#fault.limit ?? this.#parts.limit;
  }

  /** @param {boolean} loaded */
  #failAfterLimit(loaded) {
    this.#timer = this.#parts.clock.setTimer(() => this.#fail(loaded), this.#limit);
  }

  /**
   * @param {{ [key: string]: unknown }} message
   * @param {string} origin
   */
  #acknowledged(message, origin) {
    this.#stopTimer();
    this.expectedOrigin = this.#parts.lenient ? origin : (httpOrigin(message["iFrameUrl"]) ?? this.expectedOrigin);
    this.#acknowledgedBefore = true;
    this.#become("synced");
  }

  /**
   * @param {{ type: string }} message
   * @param {string} origin
   */
  #refuse(message, origin) {
    if (this.#refused.length >= maximumRefusedPerLoad) return;
    this.#refused.push(origin);
    this.#parts.report({ kind: "message-refused", payload: toWire(message), origin, expectedOrigin: this.expectedOrigin });
  }

  /** @param {boolean} loaded */
  #fail(loaded) {
    this.#stopTimer();
    const reason = explainFailure({
      ...this.#parts.observe(),
      loaded,
      limit: this.#limit,
      fault: faultText(this.#fault),
      syncs: this.#pending.size,
      expectedOrigin: this.expectedOrigin,
      refusedOrigins: this.#refused,
      heardTypes: [...this.#heard],
      acknowledgedBefore: this.#acknowledgedBefore,
    });
    this.#parts.report({ kind: "sync-failed", reason });
    this.#become("failed", reason);
  }

  #forget() {
    this.#stopTimer();
    this.#pending.clear();
    this.#refused = [];
    this.#heard.clear();
  }

  #stopTimer() {
    if (this.#timer !== null) this.#parts.clock.clearTimer(this.#timer);
    this.#timer = null;
  }

  /**
   * @param {FrameState} state
   * @param {string | null} reason
   */
  #become(state, reason = null) {
    this.state = state;
    this.#parts.changed(state, reason);
  }
}
