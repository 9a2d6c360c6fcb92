import { fetchFragment, coalesced } from "../shared/fragment.js";
import { PortalEvents } from "../shared/portal-events.js";
import { morph } from "./morph.js";

// A part of a page that follows what happens: `data-live` is the stream that tells of it, with its filter. On an event the
// page is fetched anew, and the part changed to what it is now; nothing that stays the same is touched. A page that is no more,
// because what it shows was deleted, says so itself.

const rest = 250;
const part = document.querySelector("[data-live][id]");

if (part instanceof HTMLElement) {
  // A form that was sent takes the reader elsewhere, and loading the page anew would keep him here.
  let leaves = false;
  part.addEventListener("submit", () => { leaves = true; });
  window.addEventListener("pageshow", () => { leaves = false; });

  const refresh = coalesced(async () => {
    try {
      morph(part, await fetchFragment(location.href, `#${CSS.escape(part.id)}`));
    } catch (error) {
      if (!(error instanceof Error) || error.cause !== 404) throw error;
      if (!leaves) location.reload();
    }
  }, rest);
  const changed = () => void refresh();
  new PortalEvents({
    url: part.dataset["live"] ?? "",
    position: null,
    // What happened between the page and the stream comes with the first look.
    handlers: { ready: changed, message: changed, call: changed, "call-deleted": changed, engagement: changed, reset: changed },
  }).start();
}
