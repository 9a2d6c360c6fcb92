// Large numbers are grouped as the reader is used to; the server only knows the plain digits.

/**
 * @param {ParentNode} root
 * @param {string} [locale] the browser's by default
 */
export function showLocalNumbers(root, locale) {
  const format = new Intl.NumberFormat(locale);
  for (const element of root.querySelectorAll("data[value]")) {
    const value = Number(element.getAttribute("value"));
    if (Number.isFinite(value)) element.textContent = format.format(value);
  }
}
