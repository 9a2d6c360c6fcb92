import { find } from "./dom.js";

/**
 * Tabs as the ARIA practices describe them: one stop for Tab, arrows between them.
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 * @returns {(id: string) => void} opens a tab
 */
export function tabs() {
  const list = find("tabs", HTMLElement);
  const all = [...list.querySelectorAll("button")];

  /** @param {string} id */
  const open = (id) => {
    for (const tab of all) {
      const selected = tab.id === id;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      find(tab.getAttribute("aria-controls") ?? "", HTMLElement).hidden = !selected;
    }
  };

  for (const tab of all) tab.addEventListener("click", () => open(tab.id));
  list.addEventListener("keydown", (event) => {
    const current = all.findIndex((tab) => tab.tabIndex === 0);
    const target = all.at(destination(event.key, current, all.length));
    if (!target || target === all[current]) return;
    event.preventDefault();
    open(target.id);
    target.focus();
  });
  open("tab-phone");
  return open;
}

/**
 * @param {string} key
 * @param {number} current
 * @param {number} count
 */
function destination(key, current, count) {
  switch (key) {
    case "ArrowRight":
      return (current + 1) % count;
    case "ArrowLeft":
      return (current - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return current;
  }
}
