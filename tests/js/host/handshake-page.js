import { Handshake } from "../../../wwwroot/js/host/handshake.js";
import { FakeClock } from "./fake-clock.js";

export const widget = "https://softphone.test:9025";

/** A host page with everything around the handshake written down. */
export function host({ lenient = false, engagementId, fault = null } = {}) {
  const clock = new FakeClock();
  const posted = [];
  const strange = [];
  const events = [];
  const states = [];
  const view = { engagementId };
  let ids = 0;
  const handshake = new Handshake({
    clock,
    post: (message, targetOrigin) => posted.push({ at: clock.now(), message, targetOrigin }),
    postAsStranger: (message, targetOrigin) => strange.push({ at: clock.now(), message, targetOrigin }),
    fields: () => ({
      hostUrl: "http://localhost:5080",
      portalId: 1,
      userId: 2,
      ownerId: 3,
      ...(view.engagementId ? { engagementId: view.engagementId } : {}),
      iframeLocation: "widget",
      usesCallingWindow: true,
    }),
    newId: () => `host-${++ids}`,
    report: (event) => events.push(event),
    changed: (state, reason) => states.push(reason === null ? state : `${state}: ${reason}`),
    observe: () => ({ url: `${widget}/app`, hostUrl: "http://localhost:5080", blockedByPolicy: false, location: null }),
    interval: 100,
    limit: 30_000,
    lenient,
  });
  handshake.expect(fault);
  return { clock, posted, strange, events, states, view, handshake, last: () => posted.at(-1).message };
}

/** The same, with the iframe loaded. */
export function loaded(options) {
  const page = host(options);
  page.handshake.loading(`${widget}/app?x=1`);
  page.handshake.loaded();
  return page;
}

/** The answer of the widget to a SYNC. */
export const ack = (messageId, more = {}) => ({ type: "SYNC_ACK", messageId, version: "0.9.7-beta.0", iFrameUrl: widget, ...more });

/** The messages the host took. */
export const received = (page) => page.events.filter((event) => event.kind === "message");
