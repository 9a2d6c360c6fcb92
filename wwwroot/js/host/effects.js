/** @import { Asked, Clock, PageEffect, Provider, SurfaceEvent } from "../shared/types.js" */
/** @import { Alerts } from "./alerts.js" */
/** @import { Departure } from "./departure.js" */
/** @import { Timeline } from "./timeline.js" */
/** @import { WidgetFrame } from "./widget-frame.js" */
/** @import { WidgetPanel } from "./widget-panel.js" */
import { dialEvent } from "./dial.js";
import { openTab } from "./navigation.js";
import { httpOrigin } from "./origins.js";

/**
 * What the server's effects act on.
 * @typedef {object} EffectParts
 * @property {WidgetFrame} frame
 * @property {Provider} provider
 * @property {WidgetPanel} panel
 * @property {Alerts} alerts
 * @property {Timeline} timeline
 * @property {Clock} clock
 * @property {(event: SurfaceEvent) => void} report
 * @property {() => void} closeFrame
 * @property {(message: { type: string }) => string | null} send why it could not; null when it was sent
 * @property {Departure} departure
 * @property {(asked: Asked) => string | null} act why it could not; null when it was done
 * @property {(event: Extract<SurfaceEvent, { kind: "dial" }>) => void} dial
 */

/**
 * Does what the server decided.
 * @param {PageEffect} effect
 * @param {EffectParts} parts
 * @returns {string | null | void} why it could not be done
 */
export function carryOut(effect, parts) {
  const { frame, provider, alerts, clock, report } = parts;
  switch (effect.kind) {
    case "open-frame":
      return frame.exists ? undefined : frame.open(provider);
    case "reload-frame":
      return frame.open(provider);
    case "close-frame":
      return parts.closeFrame();
    case "load-url":
      return loadUrl(effect.url, parts);
    case "send":
      return parts.send(effect.message);
    case "act":
      return parts.act(effect);
    case "follow-link":
      return parts.departure.leaveTo(effect.url);
    case "navigate":
      return effect.newTab ? openTab(effect.url, provider.name, alerts) : parts.departure.takeCallTo(effect.url);
    case "resize":
      return frame.resize(effect);
    case "alert":
      return alerts.show(effect.tone, effect.text);
    case "ask-close":
      return parts.panel.askClose();
    case "start-close-limit":
      return void clock.setTimer(() => report({ kind: "close-limit-reached" }), effect.milliseconds);
    case "unload-soon":
      return void clock.setTimer(() => report({ kind: "unload-due" }), effect.milliseconds);
    case "dial-record":
      return dialRecord(parts);
    case "timeline-changed":
      return void parts.timeline.refresh();
    default:
      return void (/** @satisfies {never} */ (effect));
  }
}

/**
 * @param {string} url
 * @param {EffectParts} parts
 */
function loadUrl(url, { frame, alerts }) {
  if (httpOrigin(url) !== null) frame.load(url);
  else alerts.show("error", `The widget asked to load ${url}; only http and https addresses can be loaded.`);
}

/** A task of the queue has come up: what Call would dial is dialled.
 * @param {EffectParts} parts
 */
function dialRecord({ dial, alerts }) {
  const call = document.querySelector("[data-testid=call-button]");
  const event = call instanceof HTMLElement ? dialEvent(call.dataset) : null;
  if (event) dial(event);
  else alerts.show("warning", "This record has no phone number. Skip the task, or call another number.");
}
