// Changes a part of the page into another one and keeps every node that can stay: focus, scrolled regions, what is
// selected and what is open belong to nodes.

/**
 * @param {Element} old
 * @param {Element} fresh
 */
export function morph(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (old.tagName !== fresh.tagName || keyOf(old) !== keyOf(fresh)) {
    old.replaceWith(fresh);
    return;
  }
  for (const { name, value } of [...fresh.attributes]) {
    if (!isReaders(old, name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!isReaders(old, name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  morphChildren(old, fresh);
}

/**
 * @param {Element} old
 * @param {Element} fresh
 */
function morphChildren(old, fresh) {
  const keyed = new Map([...old.children].flatMap((child) => (keyOf(child) ? [[keyOf(child), child]] : [])));
  const wanted = new Set([...fresh.children].map(keyOf));
  let at = old.firstChild;
  for (const node of [...fresh.childNodes]) {
    const key = node instanceof Element ? keyOf(node) : "";
    const known = key ? (keyed.get(key) ?? null) : null;
    // Rather than moving what stays, which would take the focus from it, what goes is taken from before it.
    while (known && at && at !== known && !(at instanceof Element && keyOf(at) && wanted.has(keyOf(at)))) {
      const next = /** @type {ChildNode | null} */ (at.nextSibling);
      at.remove();
      at = next;
    }
    if (known && known !== at) old.insertBefore(known, at);
    const match = known ?? (at && !key && isAlike(at, node) ? at : null);
    if (!match) {
      old.insertBefore(node, at);
      continue;
    }
    at = match.nextSibling;
    if (match instanceof Element && node instanceof Element) morph(match, node);
    else if (match.nodeValue !== node.nodeValue) match.nodeValue = node.nodeValue;
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** @param {ChildNode} old @param {ChildNode} fresh */
function isAlike(old, fresh) {
  return old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && !(old instanceof Element && keyOf(old));
}

/** Whether a details element is open is the reader's business.
 * @param {Element} element
 * @param {string} attribute
 */
function isReaders(element, attribute) {
  return element.tagName === "DETAILS" && attribute === "open";
}

/** What tells an element from its siblings.
 * @param {Element} element
 */
function keyOf(element) {
  return element.id || element.getAttribute("data-call-id") || element.getAttribute("aria-labelledby") || "";
}
