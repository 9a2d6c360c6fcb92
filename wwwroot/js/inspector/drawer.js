import { required, setText } from "../shared/dom.js";
import { localStore } from "../host/store.js";
import { fetchFragment } from "../shared/fragment.js";
import { Panel } from "./panel.js";

// The inspector at the foot of a record's page: fetched when it is opened, gone when it is closed, and open again on the
// next page if it was.

const key = "MockPortal:inspectorDrawer";
const drawer = required(document, "[data-slot=drawer]");
const button = required(drawer, "button");
const content = required(drawer, "[data-slot=content]");
const storage = localStore();

/** @type {Panel | null} */
let panel = null;
let open = storage?.getItem(key) === "open";

button.addEventListener("click", () => {
  open = !open;
  storage?.setItem(key, open ? "open" : "closed");
  void show();
});
button.hidden = false;
void show();

async function show() {
  button.setAttribute("aria-expanded", String(open));
  content.hidden = !open;
  if (!open) {
    panel?.stop();
    panel = null;
    content.replaceChildren();
    return;
  }
  try {
    const root = await fetchFragment(drawer.dataset["url"] ?? "", "[data-inspector]");
    if (!open || panel) return;
    content.replaceChildren(root);
    panel = new Panel(root, { addressed: false });
  } catch (error) {
    console.warn(error);
    setText(content, "The inspector could not be fetched. Is the server there?");
  }
}
