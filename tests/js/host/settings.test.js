import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenProvider, choiceKey, locationOf, providerList, refusalOf } from "../../../wwwroot/js/host/providers.js";
import { describeSettings, effectiveSettings } from "../../../wwwroot/js/host/settings.js";

const sales = "LocalSettings:Sales:CallingExtensions";
const calling = "LocalSettings:Calling:CallingExtensions";
const configured = {
  values: { name: "Demo", url: "http://localhost:5081/", width: 400, height: 650, isReady: true },
  origins: { name: sales, url: "default", width: sales, height: sales, isReady: "default" },
};

/** localStorage with these items. */
const storage = (items) => ({
  getItem: (key) => (key in items ? (typeof items[key] === "string" ? items[key] : JSON.stringify(items[key])) : null),
});
const effective = (items) => effectiveSettings(configured.values, configured.origins, storage(items));
const own = { own: true, origin: "", values: {} };
const providers = (items, base = configured, list = [own]) =>
  providerList({ settings: base, providers: list }, effectiveSettings(base.values, base.origins, storage(items)));
const names = (list) => list.map(({ name }) => name);
const granted = { seat: true, seatOrigin: "Calling:Seat", lockedProvider: null, lockedProviderOrigin: "Calling:LockedProvider" };
const page = (account = {}, record = null) => ({ portalId: 7, account: { ...granted, ...account }, record });

test("without_overrides_the_servers_settings_hold", () => {
  const { values, origins, overridden, warnings } = effective({});
  assert.deepEqual({ values, origins }, configured);
  assert.deepEqual([overridden, warnings], [{}, []]);
});

test("a_browser_that_forbids_localstorage_has_no_overrides", () => {
  assert.deepEqual(effectiveSettings(configured.values, configured.origins, null).values, configured.values);
});

test("the_calling_key_wins_over_the_sales_key_field_by_field", () => {
  const { values, origins, overridden } = effective({
    [sales]: { name: "Old", width: 300 },
    [calling]: { name: "New", usesCallingWindow: "false" },
  });
  assert.deepEqual(values, { ...configured.values, name: "New", width: 300, usesCallingWindow: false });
  assert.deepEqual([origins.name, origins.width, origins.url], [calling, sales, "default"]);
  assert.deepEqual(overridden, {
    name: [{ value: "Old", origin: sales }, { value: "Demo", origin: sales }],
    width: [{ value: 400, origin: sales }],
  });
});

test("invalid_json_is_ignored_with_a_warning_that_names_key_and_error", () => {
  const { values, warnings } = effective({ [calling]: "{name: 1}" });
  assert.deepEqual(values, configured.values);
  assert.equal(warnings.length, 1);
  assert.equal(warnings[0].key, calling);
  assert.match(warnings[0].text, /not valid JSON: .*position 1/);
});

for (const text of ["null", "[]", '"text"', "7", "true"]) {
  test(`json_that_is_no_object_is_ignored_with_a_warning: ${text}`, () => {
    const { values, warnings } = effective({ [sales]: text });
    assert.deepEqual([values, warnings.length], [configured.values, 1]);
    assert.match(warnings[0].text, /has to be a JSON object/);
  });
}

for (const [field, value] of [
  ["name", ""], ["name", "  "], ["name", 5], ["name", null],
  ["url", "/softphone"], ["url", "localhost:9025"], ["url", "javascript:alert(1)"], ["url", "ftp://x/"], ["url", 7],
  ["width", 0], ["width", -1], ["width", "wide"], ["width", ""], ["height", true], ["height", null],
  ["isReady", "yes"], ["usesRemote", 1],
]) {
  test(`a_bad_field_is_ignored_with_a_warning: ${field} = ${JSON.stringify(value)}`, () => {
    const { values, warnings } = effective({ [calling]: { [field]: value, supportsCustomObjects: true } });
    assert.deepEqual(values, { ...configured.values, supportsCustomObjects: true });
    assert.deepEqual([warnings.length, warnings[0].key, warnings[0].tone], [1, calling, "warning"]);
    assert.match(warnings[0].text, new RegExp(`^${field}: .*(has to be)`));
  });
}

test("a_field_nobody_knows_is_a_remark", () => {
  const { values, warnings } = effective({ [calling]: '{"Url": "http://x/", "__proto__": 1, "constructor": 2}' });
  assert.deepEqual(values, configured.values);
  assert.deepEqual(warnings.map(({ tone }) => tone), ["info", "info", "info"]);
});

test("sizes_stay_as_they_were_given", () => {
  const { values } = effective({ [calling]: { width: "450", height: 512.5 } });
  assert.deepEqual([values.width, values.height], ["450", 512.5]);
});

test("the_inbound_key_forces_inbound_on_and_only_on", () => {
  const key = "LocalSettings:Calling:supportsInboundCalling";
  const on = effective({ [key]: "true", [calling]: { supportsInboundCalling: false } });
  assert.deepEqual([on.values.supportsInboundCalling, on.origins.supportsInboundCalling], [true, key]);
  const off = effective({ [key]: "false", [calling]: { supportsInboundCalling: true } });
  assert.deepEqual([off.values.supportsInboundCalling, off.origins.supportsInboundCalling], [true, calling]);
  assert.match(effective({ [key]: "on" }).warnings[0].text, /"on" is ignored/);
});

test("the_settings_page_gets_a_row_with_origin_losers_and_warnings", () => {
  const rows = describeSettings(configured.values, configured.origins, storage({
    [calling]: { url: "https://localhost:9025/", width: -5 },
    "LocalSettings:Calling:supportsRemote": "true",
  }));
  const row = (key) => rows.find((each) => each.key === key);
  assert.deepEqual(row("url"), {
    key: "url",
    value: "https://localhost:9025/",
    origin: calling,
    overridden: [{ value: "http://localhost:5081/", origin: "default" }],
    warnings: [],
  });
  assert.equal(row("width").value, 400);
  assert.match(row("width").warnings[0], /Calling:CallingExtensions: width: "-5" is ignored/);
  assert.equal(row("supportsRemote").origin, "LocalSettings:Calling:supportsRemote");
});

test("an_override_with_another_name_is_added_and_one_without_replaces", () => {
  assert.deepEqual(providers({ [calling]: { name: "Mine" } }).map(({ name }) => name), ["Mine", "Demo"]);
  assert.deepEqual(providers({ [calling]: { url: "http://mine.test/" } }), [
    {
      name: "Demo", url: "http://mine.test/", width: 400, height: 650,
      supportsInboundCalling: false, supportsCustomObjects: false, usesCallingWindow: true, usesRemote: true, tellsLocation: true,
    },
  ]);
});

test("a_provider_that_is_not_ready_is_not_offered", () => {
  const hidden = { ...configured, values: { ...configured.values, isReady: false } };
  assert.deepEqual(providers({}, hidden), []);
  assert.deepEqual(providers({ [calling]: { name: "Mine", isReady: true } }, hidden).map(({ name }) => name), ["Mine"]);
});

test("the_demo_widget_is_added_on_request", () => {
  const key = "LocalSettings:Calling:installDemoWidget";
  assert.deepEqual(providers({ [key]: "local" }).map(({ name, url }) => [name, url]), [
    ["Demo", "http://localhost:5081/"],
    ["Demo Widget Local", "https://localhost:9025/"],
  ]);
  assert.match(effective({ [key]: "yes" }).warnings[0].text, /allowed are local, app, app:js/);
});

test("the_remembered_provider_is_chosen_while_it_exists", () => {
  const list = providers({ [calling]: { name: "Mine" } });
  const remembered = (name) => storage({ [choiceKey(7)]: name });
  assert.equal(chosenProvider(list, remembered("Demo"), page()).name, "Demo");
  assert.equal(chosenProvider(list, remembered("Gone"), page()).name, "Mine");
  assert.equal(chosenProvider(list, remembered("Demo"), { ...page(), portalId: 8 }).name, "Mine");
  assert.equal(chosenProvider([], null, page()), null);
});

const installed = { own: false, origin: "calling app 12", values: { name: "Installed", url: "http://installed.test/", isReady: true } };

test("the_servers_order_of_providers_is_kept", () => {
  assert.deepEqual(names(providers({}, configured, [installed, own])), ["Installed", "Demo"]);
  assert.deepEqual(names(providers({}, configured, [own, installed])), ["Demo", "Installed"]);
});

test("an_app_named_by_the_browser_comes_first_and_an_override_of_fields_stays_in_its_place", () => {
  assert.deepEqual(names(providers({ [calling]: { name: "Mine" } }, configured, [installed, own])), ["Mine", "Installed", "Demo"]);
  assert.deepEqual(names(providers({ [calling]: { url: "http://mine.test/" } }, configured, [installed, own])), ["Demo", "Installed"]);
  const [, demo] = providers({ [calling]: { width: 500 } }, configured, [installed, own]);
  assert.deepEqual([demo.name, demo.width], ["Demo", 500]);
});

test("an_installed_app_that_is_not_ready_is_not_offered", () => {
  const hidden = { ...installed, values: { ...installed.values, isReady: false } };
  assert.deepEqual(names(providers({}, configured, [hidden, own])), ["Demo"]);
});

test("inbound_forced_in_the_browser_is_forced_for_every_provider", () => {
  const inbound = (items) => providers(items, configured, [installed, own]).map((each) => each.supportsInboundCalling);
  assert.deepEqual(inbound({ "LocalSettings:Calling:supportsInboundCalling": "true" }), [true, true]);
  assert.deepEqual(inbound({ [calling]: { supportsInboundCalling: true } }), [false, true]);
});

test("only_supportsRemote_false_keeps_the_place_out_of_sync", () => {
  const key = "LocalSettings:Calling:supportsRemote";
  const tells = (items) => providers(items, configured, [installed, own]).map((each) => each.tellsLocation);
  assert.deepEqual([tells({}), tells({ [key]: "true" }), tells({ [key]: "false" })], [[true, true], [true, true], [false, false]]);
});

test("the_administrators_provider_is_chosen_whatever_is_remembered", () => {
  const list = providers({}, configured, [installed, own]);
  const remembered = storage({ [choiceKey(7)]: "Installed" });
  assert.equal(chosenProvider(list, remembered, page({ lockedProvider: "Demo" })).name, "Demo");
  assert.equal(chosenProvider(list, remembered, page({ lockedProvider: "Gone" })), null);
  assert.equal(chosenProvider(list, remembered, page({ seat: false })), null);
});

test("who_cannot_call_is_told_why_and_how_to_change_it", () => {
  const list = providers({}, configured, [installed, own]);
  const custom = { objectTypeId: "2-345", objectId: 1 };
  assert.equal(refusalOf(page(), list[0], list), null);
  assert.equal(refusalOf(page({}, { objectTypeId: "0-3", objectId: 1 }), list[0], list), null);
  assert.match(refusalOf(page({ seat: false }), null, list), /no seat.*Calling:Seat takes it away, and PUT \/api\/portals\/7\/settings/);
  assert.match(
    refusalOf(page({ lockedProvider: "Gone" }), null, list), /allows only Gone, .*\(providers: Installed, Demo\)\. Calling:LockedProvider says so/);
  assert.match(refusalOf(page(), null, []), /No calling app is set up/);
  assert.match(refusalOf(page({}, custom), list[0], list), /^Installed does not call from custom objects/);
  assert.equal(refusalOf(page({}, custom), { ...list[0], supportsCustomObjects: true }, list), null);
});

test("where_the_widget_lives_follows_from_the_page_and_the_effective_settings", () => {
  const provider = (items) => providers(items)[0];
  const inbound = provider({ "LocalSettings:Calling:supportsInboundCalling": "true" });
  assert.equal(locationOf({ page: "tab" }, provider({})), "widget");
  assert.equal(locationOf({ page: "tab" }, inbound), "remote");
  assert.equal(locationOf({ page: "window" }, inbound), "window");
});
