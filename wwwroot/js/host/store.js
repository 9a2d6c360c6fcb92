/**
 * localStorage, or null where the browser forbids it: even reading the property throws then.
 * @returns {Storage | null}
 */
export function localStore() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
