/** @import { PortalContext } from "../shared/types.js" */
import { make, required, setText } from "../shared/dom.js";
import { describeSettings, effectiveSettings } from "../host/settings.js";
import { localStore } from "../host/store.js";

// The server knows configuration and REST; what this browser's localStorage overrides is added here.

const table = required(document, "#effective-settings");
const storage = localStore();
const context = /** @type {PortalContext} */ (JSON.parse(required(document, "#portal-context").textContent ?? ""));
const { values, origins } = context.settings;

for (const { key, value, origin, overridden } of describeSettings(values, origins, storage)) {
  if (values[key] === value && origins[key] === origin) continue;
  const row = rowOf(key);
  setText(required(row, ".value"), String(value));
  const weaker = overridden.map((loser) => `${loser.value} (${loser.origin})`).join(", ");
  setText(required(row, ".origin"), weaker ? `${origin}, instead of ${weaker}` : origin);
}

const warnings = required(document, "#settings-warnings");
for (const { key, text, tone } of effectiveSettings(values, origins, storage).warnings) {
  warnings.append(make("div", { className: "alert", text: `localStorage ${key}: ${text}`, attributes: { role: "alert", "data-tone": tone } }));
}

/** @param {string} key */
function rowOf(key) {
  const row = table.querySelector(`tr[data-setting="${CSS.escape(key)}"]`);
  if (row) return row;
  const added = make("tr", { attributes: { "data-setting": key } });
  const name = make("th", { text: key, attributes: { scope: "row" } });
  added.append(name, make("td", { className: "value" }), make("td", { className: "origin" }));
  (table.querySelector("tbody") ?? table).append(added);
  return added;
}
