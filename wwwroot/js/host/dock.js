const gap = 32;

/**
 * How much of the page the panel takes away: the page makes room, so that the widget never covers the controls one
 * needs beside it, Call above all.
 * @param {{ visibility: string, width: number, height: number, viewport: number }} panel
 * @returns {{ inlineEnd: number, blockEnd: number }}
 */
export function roomFor({ visibility, width, height, viewport }) {
  if (visibility === "hidden") return { inlineEnd: 0, blockEnd: 0 };
  // Beside the page where at least three fifths are left for it, otherwise below its end.
  return visibility === "open" && width + gap <= viewport * 0.4
    ? { inlineEnd: width + gap, blockEnd: 0 }
    : { inlineEnd: 0, blockEnd: height + gap };
}

/** Keeps the room up to date with the panel's size and visibility.
 * @param {HTMLElement} panel
 */
export function dock(panel) {
  const update = () => {
    const { inlineEnd, blockEnd } = roomFor({
      visibility: panel.dataset["visibility"] ?? "hidden",
      width: panel.offsetWidth,
      height: panel.offsetHeight,
      viewport: document.documentElement.clientWidth,
    });
    document.body.style.paddingInlineEnd = inlineEnd ? `${inlineEnd}px` : "";
    document.body.style.paddingBlockEnd = blockEnd ? `${blockEnd}px` : "";
  };
  new ResizeObserver(update).observe(panel);
  new MutationObserver(update).observe(panel, { attributeFilter: ["data-visibility"] });
  window.addEventListener("resize", update);
}
