/** @import { PortalContext, Provider, SurfaceLocation } from "../shared/types.js" */
/** @import { Effective, Store, Values } from "./settings.js" */
import { demoKey, inboundKey } from "./settings.js";

// The calling apps a user can choose from, the strongest source first: what this browser's localStorage names, what is
// stored for the portal, what is configured, and HubSpot's demo widgets when the browser asks for them.

/** @type {Record<string, { name: string, url: string }>} */
const demos = {
  local: { name: "Demo Widget Local", url: "https://localhost:9025/" },
  app: { name: "Demo Widget React", url: "https://github.hubspot.com/calling-extensions-sdk/demo-react-ts.html" },
  "app:js": { name: "Demo Widget JS", url: "https://github.hubspot.com/calling-extensions-sdk/demo-minimal-js.html" },
};

/**
 * @param {Pick<PortalContext, "settings" | "providers">} known
 * @param {Effective} effective
 * @returns {Provider[]} without two of the same name; empty when nothing is configured
 */
export function providerList(known, effective) {
  const { values, origins, overridden } = effective;
  // An override that names an app is a provider of its own; one that only changes the app's fields changes it in its place.
  const configured = known.settings.values;
  const named = ["name", "url"].some((field) => field in overridden || (field in values && !(field in configured)));
  const own = named ? configured : values;
  const listed = [...(named ? [values] : []), ...known.providers.map((provider) => (provider.own ? own : provider.values))];
  const demo = demos[String(values[shortDemoKey])];
  if (demo) listed.push({ ...values, ...demo, isReady: true });

  // What is forced is forced for this browser, whatever app is chosen.
  const forced = origins["supportsInboundCalling"] === inboundKey ? { supportsInboundCalling: true } : {};
  const tellsLocation = values["supportsRemote"] !== false;
  return listed
    .filter((app) => app["isReady"] !== false && app["name"] && app["url"])
    .map((app) => ({ ...toProvider({ ...app, ...forced }), tellsLocation }))
    .filter((app, index, all) => all.findIndex((other) => other.name === app.name) === index);
}

const shortDemoKey = demoKey.slice(demoKey.lastIndexOf(":") + 1);

/**
 * @param {Provider[]} providers
 * @param {Store | null} storage
 * @param {Pick<PortalContext, "portalId" | "account">} page
 * @returns {Provider | null} null: the user cannot call, or there is nothing to call with
 */
export function chosenProvider(providers, storage, { portalId, account }) {
  if (!account.seat) return null;
  if (account.lockedProvider) return providers.find((provider) => provider.name === account.lockedProvider) ?? null;
  const name = storage?.getItem(choiceKey(portalId));
  return providers.find((provider) => provider.name === name) ?? providers[0] ?? null;
}

/**
 * Why the user cannot call from this page, and what to do about it.
 * @param {Pick<PortalContext, "portalId" | "account" | "record">} page
 * @param {Provider | null} chosen
 * @param {Provider[]} providers
 * @returns {string | null} null: nothing is in the way
 */
export function refusalOf({ portalId, account, record }, chosen, providers) {
  const api = `PUT /api/portals/${portalId}/settings`;
  if (!account.seat) {
    return "Calling is locked: you have no seat with calling. In HubSpot an administrator assigns one; "
      + `here ${account.seatOrigin} takes it away, and ${api} with "seat": true gives it back.`;
  }
  if (!chosen && account.lockedProvider) {
    const names = providers.map((provider) => provider.name).join(", ") || "none";
    return `Your administrator allows only ${account.lockedProvider}, which is not installed here (providers: ${names}). `
      + `${account.lockedProviderOrigin} says so; ${api} with "lockedProvider": "" lifts it.`;
  }
  if (!chosen) return `No calling app is set up. Give it a name and url: /portals/${portalId}/settings`;
  if (record?.objectTypeId.startsWith("2-") && !chosen.supportsCustomObjects) {
    return `${chosen.name} does not call from custom objects: its setting supportsCustomObjects is false.`;
  }
  return null;
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
  const { name, url, width, height, supportsCustomObjects, supportsInboundCalling, usesCallingWindow, usesRemote } = values;
  return {
    name: String(name),
    url: String(url),
    supportsInboundCalling: supportsInboundCalling === true,
    usesCallingWindow: usesCallingWindow !== false,
    usesRemote: usesRemote !== false,
    supportsCustomObjects: supportsCustomObjects === true,
    tellsLocation: true,
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
