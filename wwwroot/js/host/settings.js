import { httpOrigin } from "./origins.js";

// Widget settings as a browser sees them: what the server gives, overridden field by field by HubSpot's localStorage
// keys, strongest last.

export const overrideKeys = ["LocalSettings:Sales:CallingExtensions", "LocalSettings:Calling:CallingExtensions"];
export const inboundKey = "LocalSettings:Calling:supportsInboundCalling";
export const demoKey = "LocalSettings:Calling:installDemoWidget";
const switchKeys = [inboundKey, "LocalSettings:Calling:supportsChannelConnection", "LocalSettings:Calling:supportsRemote"];
const demoValues = ["local", "app", "app:js"];

/**
 * @typedef {{ [key: string]: unknown }} Values
 * @typedef {{ getItem(key: string): string | null }} Store `localStorage`, or null where the browser forbids it
 * @typedef {{ value: unknown, origin: string }} Sourced
 * @typedef {{ key: string, text: string, tone: "warning" | "info" }} SettingsWarning
 * @typedef {object} Effective
 * @property {Values} values
 * @property {Record<string, string>} origins
 * @property {Record<string, Sourced[]>} overridden what lost, strongest first
 * @property {SettingsWarning[]} warnings
 */

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.trim() !== "";
/** @param {unknown} value */
const isSize = (value) =>
  (typeof value === "number" || isText(value)) && Number.isFinite(Number(value)) && Number(value) > 0;
/** @param {unknown} value */
const isSwitch = (value) => value === true || value === false || value === "true" || value === "false";
const toSwitch = (/** @type {unknown} */ value) => value === true || value === "true";
const asGiven = (/** @type {unknown} */ value) => value;

/** @type {Record<string, { legal: (value: unknown) => boolean, allowed: string, read: (value: unknown) => unknown }>} */
const fields = {
  name: { legal: isText, allowed: "a text that is not empty", read: asGiven },
  url: { legal: (value) => httpOrigin(value) !== null, allowed: "an absolute http or https address", read: asGiven },
  width: { legal: isSize, allowed: "a number above 0", read: asGiven },
  height: { legal: isSize, allowed: "a number above 0", read: asGiven },
  ...Object.fromEntries(
    ["isReady", "supportsCustomObjects", "supportsInboundCalling", "usesCallingWindow", "usesRemote"].map((name) => [
      name,
      { legal: isSwitch, allowed: "true or false", read: toSwitch },
    ]),
  ),
};

/**
 * @param {Values} values the server's effective settings
 * @param {Record<string, string>} origins where each came from
 * @param {Store | null} storage
 * @returns {Effective}
 */
export function effectiveSettings(values, origins, storage) {
  /** @type {Effective} */
  const result = { values: {}, origins: {}, overridden: {}, warnings: [] };
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) put(result, key, value, origins[key] ?? "default");
  }
  for (const key of overrideKeys) {
    for (const [name, value] of Object.entries(overridesOf(key, storage, result.warnings))) put(result, name, value, key);
  }
  for (const key of switchKeys) readSwitch(key, storage, result);
  const demo = read(storage, demoKey);
  if (demo !== null && demoValues.includes(demo)) put(result, shortName(demoKey), demo, demoKey);
  else if (demo !== null) warn(result.warnings, demoKey, `${quote(demo)} is ignored; allowed are ${demoValues.join(", ")}.`);
  return result;
}

/**
 * One row for each setting, for the settings page.
 * @param {Values} values
 * @param {Record<string, string>} origins
 * @param {Store | null} storage
 * @returns {{ key: string, value: unknown, origin: string, overridden: Sourced[], warnings: string[] }[]}
 */
export function describeSettings(values, origins, storage) {
  const effective = effectiveSettings(values, origins, storage);
  return Object.keys(effective.values).map((key) => ({
    key,
    value: effective.values[key],
    origin: effective.origins[key] ?? "default",
    overridden: effective.overridden[key] ?? [],
    warnings: effective.warnings.filter((w) => w.text.startsWith(`${key}: `)).map((w) => `${w.key}: ${w.text}`),
  }));
}

/**
 * The legal fields of one localStorage key; what is wrong with the rest goes to `warnings`.
 * @param {string} key
 * @param {Store | null} storage
 * @param {SettingsWarning[]} warnings
 * @returns {Values}
 */
function overridesOf(key, storage, warnings) {
  const text = read(storage, key);
  if (text === null) return {};
  /** @type {unknown} */
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    warn(warnings, key, `ignored, it is not valid JSON: ${/** @type {Error} */ (error).message}`);
    return {};
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    warn(warnings, key, `ignored, it has to be a JSON object such as {"name": "…", "url": "…"} and is ${quote(text)}.`);
    return {};
  }
  const legal = Object.entries(parsed).filter(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) warn(warnings, key, `${name}: not a setting of a calling widget, ignored.`, "info");
    else if (!field.legal(value)) warn(warnings, key, `${name}: ${quote(value)} is ignored; it has to be ${field.allowed}.`);
    return field?.legal(value) ?? false;
  });
  return Object.fromEntries(legal.map(([name, value]) => [name, fields[name]?.read(value)]));
}

/**
 * @param {string} key
 * @param {Store | null} storage
 * @param {Effective} result
 */
function readSwitch(key, storage, result) {
  const text = read(storage, key);
  if (text === null) return;
  if (!isSwitch(text)) warn(result.warnings, key, `${quote(text)} is ignored; it has to be true or false.`);
  // The key forces inbound mode on; false is the same as not having it.
  else if (key !== inboundKey || text === "true") put(result, shortName(key), text === "true", key);
}

/**
 * @param {Effective} result
 * @param {string} key
 * @param {unknown} value
 * @param {string} origin
 */
function put(result, key, value, origin) {
  if (Object.hasOwn(result.values, key)) {
    const weaker = { value: result.values[key], origin: result.origins[key] ?? "default" };
    result.overridden[key] = [weaker, ...(result.overridden[key] ?? [])];
  }
  result.values[key] = value;
  result.origins[key] = origin;
}

/**
 * @param {SettingsWarning[]} warnings
 * @param {string} key
 * @param {string} text
 * @param {"warning" | "info"} [tone]
 */
function warn(warnings, key, text, tone = "warning") {
  warnings.push({ key, text, tone });
}

/**
 * @param {Store | null} storage
 * @param {string} key
 */
function read(storage, key) {
  return storage?.getItem(key) ?? null;
}

/** @param {string} key */
function shortName(key) {
  return key.slice(key.lastIndexOf(":") + 1);
}

/** @param {unknown} value */
function quote(value) {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}
