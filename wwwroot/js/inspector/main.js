import { required } from "../shared/dom.js";
import { coalesced, fetchFragment } from "../shared/fragment.js";
import { Panel } from "./panel.js";

const refreshSurfaces = coalesced(async () => {
  const cards = required(document, "[data-slot=surfaces]");
  cards.replaceWith(await fetchFragment(cards.dataset["url"] ?? "", "[data-slot=surfaces]"));
}, 200);

new Panel(required(document, "[data-inspector]"), { addressed: true, surfacesChanged: () => void refreshSurfaces() });
