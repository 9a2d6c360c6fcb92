/** @import { HandshakeFault } from "../shared/types.js" */

/**
 * The host a SYNC from the wrong origin names: one that is not there. SDKs from 0.0.10 on take a SYNC from any window and
 * believe its `hostUrl`, so from then on they talk to nobody and hear nobody. SDK 0.0.6 looks at the origin of the window
 * that posts, and takes no notice.
 */
export const wrongHost = { hostUrl: "https://wrong-origin.invalid" };

/** What was made to go wrong, in a sentence; null when SYNC was sent and answered as ever.
 * @param {HandshakeFault} fault
 */
export function faultText({ mode }) {
  switch (mode) {
    case "never":
      return "SYNC was not sent.";
    case "wrongOrigin":
      return `SYNC came from a window that is not the widget's parent, in the name of ${wrongHost.hostUrl}.`;
    case "unacknowledged":
      return "The host took no notice of what the widget said, SYNC_ACK included.";
    default:
      return null;
  }
}
