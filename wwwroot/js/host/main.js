/** @import { PortalContext, Provider } from "../shared/types.js" */
import { make, required } from "../shared/dom.js";
import { Alerts } from "./alerts.js";
import { CallMenu } from "./call-menu.js";
import { dialEvent } from "./dial.js";
import { choiceKey, chosenProvider, providerList } from "./providers.js";
import { effectiveSettings } from "./settings.js";
import { localStore } from "./store.js";
import { Surface } from "./surface.js";

const context = /** @type {PortalContext} */ (JSON.parse(required(document, "#portal-context").textContent ?? ""));
const storage = localStore();
const alerts = new Alerts(document.getElementById("alerts") ?? addAlerts());

const settings = effectiveSettings(context.settings.values, context.settings.origins, storage);
for (const { key, text, tone } of settings.warnings) {
  if (tone === "warning") alerts.show("warning", `localStorage ${key}: ${text}`);
}

const providers = providerList(context.settings, settings);
let chosen = chosenProvider(providers, storage, context.portalId);
const surface = chosen && new Surface(context, chosen, alerts);
if (surface && chosen) surface.open(chosen);

const menuButton = document.querySelector("[data-testid=call-options]");
const menuElement = document.getElementById("call-options-menu");
const menu = menuButton instanceof HTMLElement && menuElement ? new CallMenu(menuButton, menuElement) : null;
menu?.setProviders(providers, chosen?.name ?? "", choose);

document.addEventListener("click", (event) => {
  const control = event.target instanceof Element ? event.target.closest("[data-dial]") : null;
  if (!(control instanceof HTMLElement) || control.matches(":disabled")) return;
  if (event.detail > 1) return; // the second half of a double click
  const dial = dialEvent(control.dataset);
  if (!dial) alerts.show("warning", "This control has no phone number.");
  else if (surface) surface.dial(dial);
  else alerts.show("error", `No calling app is set up. Give it a name and url: /portals/${context.portalId}/settings`);
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") surface?.wake();
});

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

/** @param {Provider} provider */
function choose(provider) {
  if (provider.name === chosen?.name) return;
  if (surface?.inCall) {
    alerts.show("warning", `Finish the call with ${chosen?.name} before choosing ${provider.name}.`);
    return;
  }
  chosen = provider;
  storage?.setItem(choiceKey(context.portalId), provider.name);
  menu?.setProviders(providers, provider.name, choose);
  surface?.open(provider);
}

function addAlerts() {
  const list = make("div", { attributes: { id: "alerts" } });
  document.body.prepend(list);
  return list;
}
