/**
 * Asks before the page is left while a call would drop. Links are asked about in the page, everything else (reload,
 * close, the address bar, forms) by the browser's own prompt.
 */
export class LeaveGuard {
  #dialog;
  #target = "";
  #released = false;
  #onUnload = (/** @type {BeforeUnloadEvent} */ event) => event.preventDefault();

  active = false;

  /**
   * @param {HTMLDialogElement} dialog
   * @param {(url: string) => void} leave the user gives up the call to go there
   */
  constructor(dialog, leave) {
    this.#dialog = dialog;
    document.addEventListener("click", (event) => this.#clicked(event));
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "leave") leave(this.#target);
    });
  }

  /** The page goes away now, whatever is still heard of the call. */
  release() {
    this.set(false);
    this.#released = true;
  }

  /** The browser's prompt is only registered while it is needed: it keeps a page out of the back/forward cache.
   * @param {boolean} active
   */
  set(active) {
    if (active === this.active || this.#released) return;
    this.active = active;
    if (active) window.addEventListener("beforeunload", this.#onUnload);
    else window.removeEventListener("beforeunload", this.#onUnload);
    if (!active && this.#dialog.open && this.#dialog.returnValue !== "leave") this.#dialog.close("stay");
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    if (!this.active || event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // opens elsewhere, the page stays
    const link = event.target.closest("a[href]");
    if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== "_self")) return;
    if (link.hasAttribute("download") || !/^https?:$/.test(link.protocol)) return;
    if (link.hash && link.href.split("#")[0] === location.href.split("#")[0]) return;
    event.preventDefault();
    this.#target = link.href;
    this.#dialog.returnValue = "";
    this.#dialog.showModal();
  }
}
