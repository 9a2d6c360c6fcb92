import { required } from "./dom.js";

/**
 * Makes the buttons with `data-copy`, a selector, copy the text of what they name.
 * @param {Document} document
 */
export function copyOnClick(document) {
  for (const button of document.querySelectorAll("button[data-copy]")) button.removeAttribute("hidden");
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-copy]") : null;
    if (button instanceof HTMLElement) void copy(button);
  });
}

/** @param {HTMLElement} button */
async function copy(button) {
  const source = required(button.ownerDocument, button.dataset["copy"] ?? "");
  const label = (button.dataset["label"] ??= button.textContent ?? "");
  try {
    // Absent outside secure contexts; then the text is selected, one key press from being copied.
    await navigator.clipboard.writeText(source.textContent ?? "");
    button.textContent = "Copied";
  } catch {
    window.getSelection()?.selectAllChildren(source);
    button.textContent = "Selected, press Ctrl+C";
  }
  setTimeout(() => (button.textContent = label), 2000);
}
