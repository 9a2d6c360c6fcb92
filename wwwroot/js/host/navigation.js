/** @import { Alerts } from "./alerts.js" */
import { make } from "../shared/dom.js";

// NAVIGATE_TO_RECORD loads the next record's page, and the widget's document goes away with this one. The next page of
// the tab tells the server which surface it follows, so that a running call goes on there.

const key = "MockPortal:cameFrom";

/** The surface this tab was taken away from to come here; read once, since a reload comes from nowhere. */
export function arrivedFrom() {
  try {
    const surfaceId = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return surfaceId;
  } catch {
    return null; // storage is switched off: then the call ends with the page
  }
}

/**
 * @param {string} url
 * @param {string} surfaceId
 */
export function goTo(url, surfaceId) {
  try {
    sessionStorage.setItem(key, surfaceId);
  } catch {
    // see above
  }
  location.assign(url);
}

/** Browsers open a new tab only shortly after the user did something; otherwise a link has to do.
 * @param {string} url
 * @param {string} provider
 * @param {Alerts} alerts
 */
export function openTab(url, provider, alerts) {
  const opened = window.open(url, "_blank");
  if (opened) {
    opened.opener = null;
    return;
  }
  const link = make("a", { text: "Open it", attributes: { href: url, target: "_blank", rel: "noopener" } });
  alerts.show("warning", `${provider} wants to open a record, but the browser blocked the new tab.`, link);
}
