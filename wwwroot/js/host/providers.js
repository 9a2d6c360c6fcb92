/** @import { PortalContext, Provider, SurfaceLocation } from "../shared/types.js" */
/** @import { Effective, Store, Values } from "./settings.js" */
import { demoKey } from "./settings.js";

// The calling apps a user can choose from: the effective settings, the app the server knows when localStorage names
// another one, and HubSpot's demo widgets when the browser asks for them.

/** @type {Record<string, { name: string, url: string }>} */
const demos = {
  local: { name: "Demo Widget Local", url: "https://localhost:9025/" },
  app: { name: "Demo Widget React", url: "https://github.hubspot.com/calling-extensions-sdk/demo-react-ts.html" },
  "app:js": { name: "Demo Widget JS", url: "https://github.hubspot.com/calling-extensions-sdk/demo-minimal-js.html" },
};

/**
 * @param {PortalContext["settings"]} configured
 * @param {Effective} effective
 * @returns {Provider[]} without two of the same name; empty when nothing is configured
 */
export function providerList(configured, effective) {
  const own = [effective.values, configured.values]
    .filter((values) => values["isReady"] !== false && values["name"] && values["url"])
    .map(toProvider);
  const demo = demos[String(effective.values[shortDemoKey])];
  const all = demo ? [...own, { ...toProvider(effective.values), ...demo }] : own;
  return all.filter((provider, index) => all.findIndex((other) => other.name === provider.name) === index);
}

const shortDemoKey = demoKey.slice(demoKey.lastIndexOf(":") + 1);

/**
 * @param {Provider[]} providers
 * @param {Store | null} storage
 * @param {number} portalId
 */
export function chosenProvider(providers, storage, portalId) {
  const name = storage?.getItem(choiceKey(portalId));
  return providers.find((provider) => provider.name === name) ?? providers[0] ?? null;
}

/**
 * Where the widget of this page lives. Only the browser knows: its localStorage may switch inbound calling on.
 * @param {Pick<PortalContext, "page">} page
 * @param {Provider} provider
 * @returns {SurfaceLocation}
 */
export function locationOf(page, provider) {
  if (page.page === "window") return "window";
  return provider.supportsInboundCalling ? "remote" : "widget";
}

/** Where the choice is remembered; all portals of one origin share its localStorage.
 * @param {number} portalId
 */
export function choiceKey(portalId) {
  return `MockPortal:${portalId}:provider`;
}

/**
 * @param {Values} values
 * @returns {Provider}
 */
function toProvider(values) {
  const { name, url, width, height, supportsInboundCalling, usesCallingWindow, usesRemote } = values;
  return {
    name: String(name),
    url: String(url),
    supportsInboundCalling: supportsInboundCalling === true,
    usesCallingWindow: usesCallingWindow !== false,
    usesRemote: usesRemote !== false,
    ...(isSize(width) ? { width } : {}),
    ...(isSize(height) ? { height } : {}),
  };
}

/**
 * @param {unknown} value
 * @returns {value is number | string}
 */
function isSize(value) {
  return typeof value === "number" || typeof value === "string";
}
