import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { defined, failure, newHub } from "./hub.js";

const call = { hs_timestamp: "2026-02-03T04:05:06.789Z", hs_call_title: "Call with Ada" };

/** The routes of objects are the same for every type; the client has a copy of its code for each.
 * @param {() => import("./portal-process.js").PortalProcess} portal
 */
export function objects(portal) {
  const types = [
    { name: "contacts", of: (client) => client.crm.contacts, properties: { firstname: "Ada" }, changed: { firstname: "Bob" }, existing: "101", by: "email" },
    { name: "companies", of: (client) => client.crm.companies, properties: { name: "Engine Works" }, changed: { name: "Looms" }, existing: "9001" },
    { name: "calls", of: (client) => client.crm.objects.calls, properties: call, changed: { hs_call_title: "Bob" } },
  ];
  for (const type of types) describe(type.name, () => ofType(portal, type));

  describe("objects of any type", () => {
    test("are listed, made and searched by name or number of the type", async () => {
      const { client } = await newHub(portal());
      const made = await client.crm.objects.basicApi.create("calls", { properties: { hs_timestamp: "1" }, associations: [] });
      assert.equal(made.properties["hs_timestamp"], "1970-01-01T00:00:00.001Z");
      const page = await client.crm.objects.basicApi.getPage("0-48");
      assert.deepEqual(page.results.map(({ id }) => id), [made.id]);
      assert.deepEqual(Object.keys(page.results[0].properties), ["hs_createdate", "hs_lastmodifieddate", "hs_object_id"]);
      const found = await client.crm.objects.searchApi.doSearch("contacts", { query: "castillo" });
      assert.deepEqual(found.results.map(({ id }) => id), ["101"]);
    });
  });
}

function ofType(portal, { name, of, properties, changed, existing, by }) {
  const [key] = Object.keys(changed);

  test("are made, read, changed and archived", async () => {
    const { client } = await newHub(portal());
    const { basicApi } = of(client);
    const made = await basicApi.create({ properties, associations: name === "calls" ? [{ to: { id: "101" }, types: defined(194) }] : [] });
    assert.equal(made.properties[key], properties[key]);
    assert.ok(made.createdAt instanceof Date);

    const read = await basicApi.getById(made.id, [key, "hubspot_owner_id", "no_such_property"], [key], ["contacts", "companies"], false);
    assert.equal(read.properties["hubspot_owner_id"], null);
    assert.equal("no_such_property" in read.properties, false);
    assert.deepEqual(read.propertiesWithHistory[key].map(({ value }) => value), [properties[key]]);
    assert.deepEqual(
      read.associations?.["contacts"]?.results.map(({ id, type }) => ({ id, type })),
      name === "calls" ? [{ id: "101", type: "call_to_contact" }] : undefined,
    );

    const updated = await basicApi.update(made.id, { properties: changed });
    assert.equal(updated.properties[key], changed[key]);
    await basicApi.archive(made.id);
    await basicApi.archive(made.id);
    assert.equal((await failure(basicApi.getById(made.id), 404)).message, "resource not found");
    assert.equal((await basicApi.getById(made.id, undefined, undefined, undefined, true)).archived, true);
  });

  test("are listed page by page", async () => {
    const { client } = await newHub(portal());
    const { basicApi, batchApi } = of(client);
    await batchApi.create({ inputs: Array.from({ length: 3 }, () => ({ properties, associations: [] })) });
    const ids = [];
    let after;
    do {
      const page = await basicApi.getPage(2, after, [key], [key], ["companies", "calls"], false);
      ids.push(...page.results.map(({ id }) => Number(id)));
      after = page.paging?.next?.after;
    } while (after);
    assert.deepEqual(ids, [...ids].sort((a, b) => a - b));
    const everything = await of(client).getAll?.(); // the client has it for some types only
    if (everything) assert.deepEqual(ids.map(String), everything.map(({ id }) => id));
    assert.ok((await basicApi.getPage()).results.length <= 10);
  });

  test("are written and read in batches", async () => {
    const { client } = await newHub(portal());
    const { batchApi } = of(client);
    const made = await batchApi.create({ inputs: [{ properties, associations: [] }, { properties, associations: [] }] });
    const [first, second] = made.results.map(({ id }) => id);

    const read = await batchApi.read({ inputs: [{ id: second }, { id: first }, { id: "999999" }], properties: [key], propertiesWithHistory: [] }, false);
    assert.deepEqual(read.results.map(({ id }) => id), [first, second]);
    assert.deepEqual(read.errors.map(({ category, context }) => [category, context.ids]), [["OBJECT_NOT_FOUND", ["999999"]]]);

    const updated = await batchApi.update({ inputs: [{ id: first, properties: changed }] });
    assert.equal(updated.results[0].properties[key], changed[key]);
    assert.equal("numErrors" in updated, false);
    await batchApi.archive({ inputs: [{ id: first }, { id: second }] });
    assert.equal((await batchApi.read({ inputs: [{ id: first }], properties: [], propertiesWithHistory: [] })).results.length, 0);
  });

  test("say what is wrong with them", async () => {
    const { client } = await newHub(portal());
    const { basicApi, batchApi } = of(client);
    const unknown = await failure(basicApi.create({ properties: { ...properties, favourite_colour: "blue" }, associations: [] }), 400);
    assert.equal(unknown.errors[0].code, "PROPERTY_DOESNT_EXIST");
    assert.match(unknown.message, /^Property values were not valid: \[\{"isValid":false,/);
    assert.equal((await failure(basicApi.getById("abc"), 404)).category, "OBJECT_NOT_FOUND");
    assert.equal((await failure(basicApi.update("999999", { properties: changed }), 404)).message, "resource not found");
    assert.equal((await failure(basicApi.update("999999", { properties: {} }), 400)).message, "No properties found to update, please provide at least one.");
    assert.equal((await failure(batchApi.create({ inputs: [] }), 400)).message, "Batch input provided should have at least one object.");
  });

  if (existing) {
    test("are merged", async () => {
      const { client } = await newHub(portal());
      const { id } = await of(client).basicApi.create({ properties: { ...properties, city: "Bonn" }, associations: [] });
      const merged = await of(client).basicApi.merge({ primaryObjectId: existing, objectIdToMerge: id });
      assert.equal(merged.id, existing);
      await failure(of(client).basicApi.getById(id), 404);
    });
  }

  if (by) {
    test("are found, changed, made and forgotten by their e-mail", async () => {
      const { client } = await newHub(portal());
      const { basicApi, batchApi } = of(client);
      const upserted = await batchApi.upsert({ inputs: [{ idProperty: by, id: "a@b.example", properties: { firstname: "Ada" } }] });
      assert.deepEqual(upserted.results.map((result) => [result._new, result.properties[by]]), [[true, "a@b.example"]]);
      const again = await batchApi.upsert({ inputs: [{ idProperty: by, id: "a@b.example", properties: { firstname: "Bob" } }] });
      assert.equal(again.results[0]._new, false);
      assert.equal((await basicApi.getById("a@b.example", ["firstname"], undefined, ["companies"], false, by)).properties["firstname"], "Bob");
      assert.match((await failure(basicApi.create({ properties: { email: "A@B.example" }, associations: [] }), 409)).message, /Existing ID: (\d+)/);
      await basicApi.purge({ objectId: "a@b.example", idProperty: by });
      await failure(basicApi.getById("a@b.example", undefined, undefined, undefined, undefined, by), 404);
    });
  }
}
