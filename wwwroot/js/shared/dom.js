/**
 * The element for a selector; a page without it is a mistake in the markup, so it says which one.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {E}
 */
export function required(root, selector) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`The page has no element ${selector}.`);
  return /** @type {E} */ (element);
}

/**
 * Sets text only when it differs: a live region would announce the same text again.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {string} tag
 * @param {{ text?: string, className?: string, attributes?: Record<string, string> }} [options]
 * @returns {HTMLElement}
 */
export function make(tag, { text, className, attributes = {} } = {}) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
