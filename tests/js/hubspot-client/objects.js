import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contactsByEmail } from "./contacts-by-email.js";
import { allFail, ask, defined, failure, invalid, noObject, noType, notFound, unreadable } from "./hub.js";
import { batches } from "./object-batches.js";

const call = { hs_timestamp: "2026-02-03T04:05:06.789Z", hs_call_title: "Call with Ada" };

/** The client has a copy of its code for each type, so each is driven. */
const types = [
  {
    name: "contacts",
    of: (client) => client.crm.contacts,
    properties: { firstname: "Ada" },
    changed: { firstname: "Bob" },
    always: ["createdate", "hs_object_id", "lastmodifieddate"],
    defaults: ["email", "firstname", "lastname"],
    existing: "101",
  },
  {
    name: "companies",
    of: (client) => client.crm.companies,
    properties: { name: "Engine Works" },
    changed: { name: "Looms" },
    always: ["createdate", "hs_lastmodifieddate", "hs_object_id"],
    defaults: ["domain", "name"],
    existing: "9001",
  },
  {
    name: "calls",
    of: (client) => client.crm.objects.calls,
    properties: call,
    changed: { hs_call_title: "Bob" },
    always: ["hs_createdate", "hs_lastmodifieddate", "hs_object_id"],
    defaults: [],
  },
];

/** @param {import("./hub.js").Hub} hub */
export function objects(hub) {
  for (const type of types) {
    describe(type.name, () => {
      one(hub, type);
      batches(hub, type);
      if (type.existing) merged(hub, type);
    });
  }

  describe("contacts by their e-mail", () => contactsByEmail(hub));
  describe("objects of any type", () => ofAnyType(hub));
}

function one(hub, { name, of, properties, changed, always, defaults }) {
  const [key] = Object.keys(changed);

  test("are made, read, changed and archived", async () => {
    const { client } = await hub.newClient();
    const { basicApi } = of(client);
    const made = await basicApi.create({
      properties,
      associations: name === "calls" ? [{ to: { id: "101" }, types: defined(194) }] : [],
    });
    assert.equal(made.properties[key], properties[key]);
    assert.ok(made.createdAt instanceof Date);
    assert.equal((await basicApi.create({ properties })).archived, false);

    const read = await basicApi.getById(
      made.id,
      [key, "hubspot_owner_id", "no_such_property"],
      [key],
      ["contacts", "companies"],
      false,
    );
    assert.deepEqual(Object.keys(read.properties), [key, ...always, "hubspot_owner_id"].sort());
    assert.equal(read.properties["hubspot_owner_id"], null);
    assert.deepEqual(
      read.propertiesWithHistory[key].map(({ value }) => value),
      [properties[key]],
    );
    assert.deepEqual(
      read.associations?.["contacts"]?.results.map(({ id, type }) => ({ id, type })),
      name === "calls" ? [{ id: "101", type: "call_to_contact" }] : undefined,
    );
    assert.deepEqual(Object.keys((await basicApi.getById(made.id)).properties), [...always, ...defaults].sort());

    const updated = await basicApi.update(made.id, { properties: changed });
    assert.equal(updated.properties[key], changed[key]);
    await basicApi.archive(made.id);
    await basicApi.archive(made.id);
    assert.deepEqual(await failure(basicApi.getById(made.id), 404), notFound);
    assert.equal((await basicApi.getById(made.id, undefined, undefined, undefined, true)).archived, true);
  });

  test("are listed page by page", async () => {
    const { client } = await hub.newClient();
    const { basicApi, batchApi } = of(client);
    await batchApi.create({ inputs: Array.from({ length: 3 }, () => ({ properties, associations: [] })) });
    const ids = [];
    let after;
    do {
      const page = await basicApi.getPage(2, after, [key], [key], ["companies", "calls"], false);
      ids.push(...page.results.map(({ id }) => Number(id)));
      after = page.paging?.next?.after;
    } while (after);
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => a - b),
    );
    const everything = await of(client).getAll?.(); // the client has it for some types only
    if (everything)
      assert.deepEqual(
        ids.map(String),
        everything.map(({ id }) => id),
      );
    assert.ok((await basicApi.getPage()).results.length <= 10);
  });

  test("say what is wrong with one of them", async () => {
    const { client } = await hub.newClient();
    const { basicApi } = of(client);
    const wrong = { ...properties, favourite_colour: "blue" };
    const unknown = await failure(basicApi.create({ properties: wrong, associations: [] }), 400);
    const message = 'Property "favourite_colour" does not exist';
    assert.match(
      unknown.message,
      /^Property values were not valid: \[\{"isValid":false,"message":"Property \\"favourite_colour\\"/,
    );
    assert.deepEqual(
      { ...unknown, message: "" },
      invalid("", {
        errors: [{ message, code: "PROPERTY_DOESNT_EXIST", context: { propertyName: ["favourite_colour"] } }],
      }),
    );

    assert.deepEqual(await failure(basicApi.getById("abc"), 404), noObject("abc"));
    assert.deepEqual(await failure(basicApi.archive("abc"), 404), noObject("abc"));
    assert.deepEqual(await failure(basicApi.update("999999", { properties: changed }), 404), notFound);
    assert.deepEqual(
      await failure(basicApi.update("999999", { properties: {} }), 400),
      invalid("No properties found to update, please provide at least one."),
    );
    assert.equal((await failure(basicApi.getPage(101), 400)).category, "VALIDATION_ERROR");
    assert.deepEqual(
      await failure(basicApi.getPage(10, "next"), 400),
      unreadable("Unable to parse value for query parameter: after"),
    );
    assert.deepEqual(await failure(basicApi.getById("101", undefined, undefined, ["nothings"]), 400), noType);
  });
}

function merged(hub, { of, properties, existing }) {
  test("are merged", async () => {
    const { client } = await hub.newClient();
    const { basicApi, merge } = parts(of(client));
    const { id } = await basicApi.create({ properties: { ...properties, city: "Bonn" }, associations: [] });
    const kept = await merge({ primaryObjectId: existing, objectIdToMerge: id });
    assert.equal(kept.id, existing);
    await failure(basicApi.getById(id), 404);
    assert.deepEqual(await failure(merge({ primaryObjectId: existing, objectIdToMerge: "999999" }), 404), notFound);
    const itself = merge({ primaryObjectId: existing, objectIdToMerge: existing });
    assert.deepEqual(await failure(itself, 400), invalid(`Cannot merge an object with itself: ${existing}`));
  });
}

/** The client moved merging from one of its parts to another. */
const parts = ({ basicApi, advancedApi }) => {
  const merging = basicApi.merge ? basicApi : advancedApi;
  return { basicApi, merge: (input) => merging.merge(input) };
};

function ofAnyType(hub) {
  test("are listed, made and searched by name or number of the type", async () => {
    const { client } = await hub.newClient();
    const { basicApi, searchApi } = client.crm.objects;
    const made = await basicApi.create("calls", { properties: { hs_timestamp: "1" }, associations: [] });
    assert.equal(made.properties["hs_timestamp"], "1970-01-01T00:00:00.001Z");
    const page = await basicApi.getPage("0-48");
    assert.deepEqual(
      page.results.map(({ id }) => id),
      [made.id],
    );
    assert.deepEqual(Object.keys(page.results[0].properties), ["hs_createdate", "hs_lastmodifieddate", "hs_object_id"]);
    const found = await searchApi.doSearch("contacts", { query: "castillo" });
    assert.deepEqual(
      found.results.map(({ id }) => id),
      ["101"],
    );
  });

  test("have to be of a type there is", async () => {
    const { client } = await hub.newClient();
    const { basicApi, searchApi } = client.crm.objects;
    await allFail(
      noType,
      400,
      () => basicApi.getPage("nothings"),
      () => basicApi.create("nothings", { properties: {}, associations: [] }),
      () => searchApi.doSearch("nothings", { query: "x" }),
    );
  });

  test("are taken apart where a request cannot be read", async () => {
    const { client } = await hub.newClient();
    assert.deepEqual(Object.keys(await ask(client, "POST", "/crm/v3/objects/calls/gdpr-delete", 400, {})).sort(), [
      "correlationId",
      "message",
      "status",
    ]);
  });
}
