// A widget without the SDK, for what no SDK would do: answer when told to, twice, late or wrongly, and say anything.
"use strict";

const query = new URLSearchParams(location.search);
window.widget = { wire: [], syncs: [] };

window.addEventListener("message", event => {
  if (event.source !== window.parent) return;
  window.widget.wire.push({ at: performance.now(), origin: event.origin, data: event.data });
  if (event.data?.type !== "SYNC") return;
  window.widget.syncs.push(event.data);
  if (query.get("ack") === "always" && window.widget.syncs.length === 1) window.widget.ack(event.data);
});

/** Posts any value to the host. */
window.widget.say = value => window.parent.postMessage(value, "*");

/** Answers a SYNC as the SDK does. */
window.widget.ack = (sync, overrides = {}) => window.widget.say({
  ...sync, type: "SYNC_ACK", version: "0.9.7-beta.0", iFrameUrl: location.origin, ...overrides,
});
