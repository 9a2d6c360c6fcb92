/** @import { Asked, PortalContext, Provider, SurfaceEvent } from "../shared/types.js" */
import { make, required } from "../shared/dom.js";
import { Alerts } from "./alerts.js";
import { CallMenu } from "./call-menu.js";
import { CallingWindow } from "./calling-window.js";
import { dialEvent, typedDial, typedNumberProblem } from "./dial.js";
import { Keypad } from "./keypad.js";
import { choiceKey, chosenProvider, locationOf, providerList, refusalOf } from "./providers.js";
import { QueueBar } from "./queue-bar.js";
import { RemoteButton } from "./remote-button.js";
import { effectiveSettings } from "./settings.js";
import { localStore } from "./store.js";
import { Surface } from "./surface.js";

const context = /** @type {PortalContext} */ (JSON.parse(required(document, "#portal-context").textContent ?? ""));
const storage = localStore();
const alerts = new Alerts(document.getElementById("alerts") ?? addAlerts());

const settings = effectiveSettings(context.settings.values, context.settings.origins, storage);
for (const { key, text, tone } of settings.warnings) {
  const listed = document.getElementById("settings-warnings"); // the settings page has its own list of them
  if (tone === "warning" && !listed) alerts.show("warning", `localStorage ${key}: ${text}`);
}

const providers = providerList(context, settings).map(asOpened);
let chosen = chosenProvider(providers, storage, context);

const callingWindow = new CallingWindow(context.portalId, alerts);
const remoteButton = document.getElementById("remote-button");
const remote = remoteButton && new RemoteButton(remoteButton, (open) => {
  if (open) openWindow();
  surface?.reveal(open);
});
const gate = document.getElementById("window-gate");
gate?.querySelector("button")?.addEventListener("click", () => surface?.useHere());

const queueElement = document.querySelector("[data-testid=queue-bar]");
const queueBar = queueElement instanceof HTMLElement
  ? new QueueBar(queueElement, context.portalId, (event) => surface?.tell(event))
  : null;
document.querySelector("[data-testid=start-queue]")?.addEventListener("click", () => {
  if (refuseCall(null) !== null) return;
  openWindow();
  surface?.tell({ kind: "start-queue" });
});

/** @type {Surface | null} */
let surface = null;
openSurface();

const menuButton = document.querySelector("[data-testid=call-options]");
const menuElement = document.getElementById("call-options-menu");
const menu = menuButton instanceof HTMLElement && menuElement ? new CallMenu(menuButton, menuElement) : null;
menu?.setProviders(providers, chosen?.name ?? "", context.account, choose);

document.addEventListener("click", (event) => {
  const control = event.target instanceof Element ? event.target.closest("[data-dial]") : null;
  if (!(control instanceof HTMLElement) || control.matches(":disabled")) return;
  if (event.detail > 1) return; // the second half of a double click
  const clicked = dialEvent(control.dataset);
  if (clicked) dial(clicked);
  else alerts.show("warning", "This control has no phone number.");
});

const keypadButton = document.querySelector("[data-testid=keypad]");
const keypadForm = document.getElementById("keypad");
if (keypadButton instanceof HTMLElement && keypadForm instanceof HTMLFormElement) {
  new Keypad(keypadButton, keypadForm, (number) => dial(typedDial(number)));
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") surface?.wake();
});

window.addEventListener("focus", () => surface?.tell({ kind: "focus" }));

// A frozen page hears nothing either, so its surface ends in both cases, and a page that comes back starts anew.
window.addEventListener("pagehide", () => surface?.close());
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// Only now is a click heard.
for (const control of document.querySelectorAll("[data-until-ready]")) {
  control.removeAttribute("data-until-ready");
  control.removeAttribute("disabled");
}

/** Says why not, if the provider cannot be chosen.
 * @param {Provider} provider
 */
function choose(provider) {
  if (provider.name === chosen?.name) return null;
  const refusal = refusalOfChoice(provider);
  if (refusal !== null) {
    alerts.show("warning", refusal);
    return refusal;
  }
  chosen = provider;
  storage?.setItem(choiceKey(context.portalId), provider.name);
  menu?.setProviders(providers, provider.name, context.account, choose);
  openSurface();
  return null;
}

/** @param {Provider} provider */
function refusalOfChoice(provider) {
  const { seat, lockedProvider } = context.account;
  if (!seat || lockedProvider) {
    return refusalOf(context, chosen, providers) ?? `Your administrator allows only ${lockedProvider}.`;
  }
  return surface?.view?.call ? `Finish the call with ${chosen?.name} before choosing ${provider.name}.` : null;
}

/** @param {Extract<SurfaceEvent, { kind: "dial" }>} event */
function dial(event) {
  if (refuseDial(event) !== null) return;
  openWindow();
  surface?.dial(event);
}

/** Does what somebody asked for from outside, like a click; says why not, if it cannot be done.
 * @param {Asked} asked
 * @returns {string | null}
 */
function act({ event, provider: name }) {
  const provider = name ? providers.find((known) => known.name === name) : chosen;
  if (name && !provider) {
    return `This browser has no provider '${name}'; it has: ${providers.map((known) => known.name).join(", ")}.`;
  }
  const wrong = event.kind === "dial" && event.typed ? typedNumberProblem(event.phoneNumber) : "";
  if (wrong !== "") return wrong;
  const refusal = (name && provider ? choose(provider) : null) ?? (event.kind === "dial" ? refuseDial(event) : null);
  if (refusal !== null) return refusal;
  if (event.kind === "dial") openWindow();
  surface?.tell(event);
  return null;
}

/** Says why the number cannot be called, if it cannot.
 * @param {Extract<SurfaceEvent, { kind: "dial" }>} event
 */
function refuseDial(event) {
  // A typed number is called from no record at all.
  return refuseCall(event.typed ? null : (event.record ?? context.record));
}

/** Says why the user cannot call, if he cannot.
 * @param {PortalContext["record"]} record
 */
function refuseCall(record) {
  const refusal = refusalOf({ ...context, record }, chosen, providers);
  if (refusal !== null) alerts.show("error", refusal);
  return refusal;
}

function openSurface() {
  const place = chosen && locationOf(context, chosen);
  remote?.offer(place === "remote" && chosen?.usesRemote === true);
  if (!chosen || !place) return;
  surface ??= new Surface(context, chosen, alerts, (view) => {
    remote?.show(view);
    queueBar?.show(view.queue);
    gate?.toggleAttribute("hidden", !view.standby);
  }, act);
  surface.open(chosen, place);
}

/** With the click that needs it: at any other time the browser would take it for an advertisement. */
function openWindow() {
  if (!chosen || !surface || locationOf(context, chosen) !== "remote") return;
  if (chosen.usesCallingWindow || !chosen.usesRemote) callingWindow.openOrFocus(surface.view?.windowOpen === true);
}

/** An app that opens the window by itself says so in its address.
 * @param {Provider} provider
 * @returns {Provider}
 */
function asOpened(provider) {
  const own = new URLSearchParams(location.search).get("usesCallingWindow");
  return context.page === "window" && own === "false" ? { ...provider, usesCallingWindow: false } : provider;
}

function addAlerts() {
  const list = make("div", { attributes: { id: "alerts" } });
  document.body.prepend(list);
  return list;
}
