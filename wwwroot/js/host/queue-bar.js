/** @import { QueueView, SurfaceEvent } from "../shared/types.js" */
import { required, setText } from "../shared/dom.js";

/** The task of the call queue that is up, and the ways on from it. */
export class QueueBar {
  #root;
  #portalId;
  /** @type {QueueView | null} */
  #queue = null;

  /**
   * @param {HTMLElement} root
   * @param {number} portalId
   * @param {(event: SurfaceEvent) => void} report
   */
  constructor(root, portalId, report) {
    this.#root = root;
    this.#portalId = portalId;
    const next = (/** @type {boolean} */ done) => {
      if (this.#queue) report({ kind: "next-task", taskId: this.#queue.taskId, done });
    };
    this.#on("skip", () => next(false));
    this.#on("done", () => next(true));
    this.#on("leave", () => report({ kind: "leave-queue" }));
  }

  /** @param {QueueView | null | undefined} queue */
  show(queue) {
    this.#queue = queue ?? null;
    this.#root.hidden = !queue;
    if (!queue) return;
    const { objectTypeId, objectId, name } = queue.record;
    setText(required(this.#root, "[data-slot=position]"), `Task ${queue.position} of ${queue.total}`);
    setText(required(this.#root, "[data-slot=subject]"), queue.subject);
    const link = /** @type {HTMLAnchorElement} */ (required(this.#root, "[data-slot=record]"));
    setText(link, name ?? `#${objectId}`);
    link.href = `/contacts/${this.#portalId}/record/${objectTypeId}/${objectId}`;
  }

  /**
   * @param {string} name
   * @param {() => void} run
   */
  #on(name, run) {
    required(this.#root, `button[data-action="${name}"]`).addEventListener("click", run);
  }
}
