import { accountRoutes } from "./account.js";
import { associationRoutes } from "./associations.js";
import { callingRoutes } from "./calling.js";
import { definitionRoutes } from "./definitions.js";
import { errors } from "./errors.js";
import { legacyRoutes } from "./legacy.js";
import { oauthRoutes } from "./oauth.js";
import { objectRoutes } from "./objects.js";

/** Any route may refuse whom it does not know, or who lacks a scope, or who asks too often. */
const ofAccess = [401, 403, 429];

/**
 * @typedef {object} Route
 * @property {string} name method and path, as the documentation has them
 * @property {boolean} isLegacy from before version 3
 * @property {boolean} isOpen takes no credential
 * @property {Map<number, unknown>} answers schemas by status, or what makes one of the query; null: no body
 * @property {RegExp} path
 */

/** Every route there is. @type {Route[]} */
export const routes = [
  ...of({
    ...objectRoutes,
    ...associationRoutes,
    ...definitionRoutes,
    ...accountRoutes,
    ...callingRoutes,
    ...oauthRoutes,
  }),
  ...of(legacyRoutes, true),
];

function of(table, isLegacy = false) {
  return Object.entries(table).map(([name, { fails = [], open: isOpen = false, ...bodies }]) => {
    const failing = [...fails, ...(isOpen ? [] : ofAccess)].map((status) => [status, errors[status]]);
    const answers = new Map([...Object.entries(bodies).map(([status, body]) => [Number(status), body]), ...failing]);
    return { name, isLegacy, isOpen, answers, path: pattern(name) };
  });
}

/** Fixed segments win over parameters, as in the program. */
export function findRoute(method, path) {
  const found = routes.filter((route) => route.path.test(`${method} ${classic(path)}`));
  return found.sort((a, b) => parameters(a) - parameters(b))[0];
}

function parameters({ name }) {
  return name.split("{").length;
}

function pattern(name) {
  return new RegExp(`^${name.replaceAll("/", "\\/").replace(/\{\w+\}/g, "[^/]+")}$`, "i");
}

/** The path without doubled slashes and slashes at the end, with the version in its usual place. */
function classic(path) {
  return path
    .replace(/\/{2,}/g, "/")
    .replace(/(.)\/$/, "$1")
    .replace(/^\/crm\/extensions\/calling\/v3\//, "/crm/v3/extensions/calling/");
}
