/**
 * @template {Element} E
 * @param {string} id
 * @param {new () => E} kind
 * @returns {E}
 */
export function find(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} with the id ${id}.`);
  return element;
}

/**
 * @param {string} id
 * @param {boolean} visible
 */
export function show(id, visible) {
  find(id, HTMLElement).hidden = !visible;
}

/**
 * @param {string} id
 * @param {string} text
 */
export function setText(id, text) {
  const element = find(id, HTMLElement);
  // A live region speaks on every change, also to the same text.
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Leaves the cursor where it is while the agent types.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {string} value
 */
export function setValue(field, value) {
  if (field.value !== value) field.value = value;
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {{ class?: string, text?: string }} [options]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  if (options.class) element.className = options.class;
  if (options.text !== undefined) element.textContent = options.text;
  element.append(...children);
  return element;
}
