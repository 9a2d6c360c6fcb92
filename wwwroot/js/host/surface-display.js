/** @import { SurfaceEvent, SurfaceView } from "../shared/types.js" */
import { required } from "../shared/dom.js";
import { CallBar } from "./call-bar.js";
import { troubleText } from "./call-text.js";
import { LeaveGuard } from "./leave-guard.js";
import { WidgetPanel } from "./widget-panel.js";

/** What a page shows of its surface: the panel, the call bar, and the question before one leaves. */
export class SurfaceDisplay {
  #bar;

  /**
   * @param {(event: SurfaceEvent) => void} report tells the server what the user did
   * @param {(url: string) => void} leave the user gives up the call to go there
   */
  constructor(report, leave) {
    this.guard = new LeaveGuard(required(document, "dialog[data-slot=leave-dialog]"), leave);
    this.panel = new WidgetPanel(required(document, "[data-testid=call-widget]"), {
      minimize: () => report({ kind: "minimize" }),
      restore: () => report({ kind: "restore" }),
      close: () => report({ kind: "close", confirmed: false }),
      closeConfirmed: () => report({ kind: "close", confirmed: true }),
      endCall: () => report({ kind: "end-call" }),
      retry: () => report({ kind: "retry" }),
    });
    this.#bar = new CallBar(required(document, "[data-testid=call-status]"), () => report({ kind: "end-call" }));
  }

  /**
   * @param {SurfaceView} view what the server says
   * @param {string} providerName
   */
  show(view, providerName) {
    this.panel.show(view);
    this.#bar.show(view, providerName);
    this.guard.set(view.blocksNavigation);
  }

  /** @param {number | null} waiting how many events the server has not answered; null when it answers */
  showTrouble(waiting) {
    const text = troubleText(waiting);
    this.panel.setTrouble(text);
    this.#bar.setTrouble(text);
  }
}
