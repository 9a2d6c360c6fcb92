import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { allFail, defined, failure, invalid, noInputs, noObject, noType, notFound, unreadable } from "./hub.js";
import { named, newCall, noContact, wrongWay } from "./named-associations.js";

/** @param {import("./hub.js").Hub} hub */
export function associations(hub) {
  describe("associations, version 4", () => {
    pairs(hub);
    batches(hub);
    labels(hub);
  });
  describe("associations, version 3", () => named(hub));
}

function pairs(hub) {
  test("link two records, read the link and remove it", async () => {
    const { client, id } = await newCall(hub);
    const { basicApi } = client.crm.associations.v4;
    const made = await basicApi.create("calls", id, "contacts", "101", defined(194));
    assert.deepEqual(
      { ...made },
      {
        fromObjectTypeId: "0-48",
        fromObjectId: Number(id),
        toObjectTypeId: "0-1",
        toObjectId: 101,
        labels: [],
      },
    );
    const plain = await basicApi.createDefault("calls", id, "companies", "9001");
    assert.deepEqual(
      plain.results.map(({ associationSpec }) => associationSpec.associationTypeId),
      [182, 181],
    );

    const [link] = (await basicApi.getPage("contacts", "101", "calls", undefined, 100)).results;
    assert.equal(link.toObjectId, Number(id));
    assert.deepEqual(
      link.associationTypes.map(({ typeId, label }) => [typeId, label]),
      [[193, null]],
    );
    const first = await basicApi.getPage("companies", "9001", "contacts", undefined, 1);
    const second = await basicApi.getPage("companies", "9001", "contacts", first.paging.next.after, 1);
    assert.notEqual(second.results[0].toObjectId, first.results[0].toObjectId);

    await basicApi.archive("calls", id, "contacts", "101");
    await basicApi.archive("calls", id, "contacts", "101");
    assert.deepEqual((await basicApi.getPage("contacts", "101", "calls")).results, []);
  });

  test("say what is wrong with a link", async () => {
    const { client, id } = await newCall(hub);
    const { basicApi } = client.crm.associations.v4;
    assert.deepEqual(await failure(basicApi.create("calls", id, "contacts", "101", defined(193)), 400), wrongWay);
    assert.deepEqual(await failure(basicApi.create("calls", id, "contacts", "999999", defined(194)), 400), noContact);
    assert.deepEqual(
      await failure(basicApi.create("calls", id, "contacts", "101", defined(9999)), 400),
      invalid("One or more associations are invalid", {
        context: {
          INVALID_ASSOCIATION_TYPE_ID: ["HUBSPOT_DEFINED=9999 is not a valid association definition id"],
          associationSpec: ["HUBSPOT_DEFINED=9999"],
        },
      }),
    );
    assert.deepEqual(await failure(basicApi.createDefault("calls", id, "contacts", "999999"), 400), noContact);
    assert.deepEqual(await failure(basicApi.getPage("contacts", "999999", "calls"), 404), notFound);
    assert.deepEqual(await failure(basicApi.getPage("contacts", "abc", "calls"), 404), noObject("abc"));
    assert.deepEqual(
      await failure(basicApi.getPage("contacts", "101", "calls", "next"), 400),
      unreadable("Unable to parse value for query parameter: after"),
    );
    assert.deepEqual(
      await failure(basicApi.getPage("contacts", "101", "calls", undefined, 501), 400),
      invalid("limit is 501; it must be between 1 and 500."),
    );
    assert.deepEqual(await failure(basicApi.archive("nothings", "1", "contacts", "101"), 400), noType);
  });
}

function batches(hub) {
  test("link, read and unlink many records", async () => {
    const { client, id } = await newCall(hub);
    const { batchApi } = client.crm.associations.v4;
    // The client writes _from as from.
    const pair = { _from: { id }, to: { id: "204" } };
    const made = await batchApi.create("calls", "contacts", { inputs: [{ ...pair, types: defined(194) }] });
    assert.deepEqual(
      made.results.map(({ toObjectId }) => toObjectId),
      [204],
    );
    assert.equal((await batchApi.createDefault("calls", "contacts", { inputs: [pair] })).results.length, 2);

    assert.equal("numErrors" in (await batchApi.getPage("contacts", "calls", { inputs: [{ id: "204" }] })), false);
    const read = await batchApi.getPage("contacts", "calls", { inputs: [{ id: "204" }, { id: "101" }] });
    assert.deepEqual(
      read.results.map(({ to }) => to.map(({ toObjectId }) => toObjectId)),
      [[Number(id)]],
    );
    assert.deepEqual(
      read.errors.map(({ message, subCategory, context }) => ({ message, subCategory, context })),
      [
        {
          message: "No call is associated with contact 101.",
          subCategory: "crm.associations.NO_ASSOCIATIONS_FOUND",
          context: { fromObjectId: ["101"], fromObjectType: ["contact"], toObjectType: ["call"] },
        },
      ],
    );

    await batchApi.archiveLabels("calls", "contacts", { inputs: [{ ...pair, types: defined(194) }] });
    await batchApi.archive("calls", "contacts", { inputs: [{ _from: { id }, to: [{ id: "204" }] }] });
    assert.equal((await batchApi.getPage("contacts", "calls", { inputs: [{ id: "204" }] })).results.length, 0);
  });

  test("link what they can and name what they cannot", async () => {
    const { client, id } = await newCall(hub);
    const { batchApi } = client.crm.associations.v4;
    const pairs = ["204", "999999"].map((to) => ({ _from: { id }, to: { id: to } }));
    const typed = pairs.map((pair) => ({ ...pair, types: defined(194) }));
    const labelled = await batchApi.create("calls", "contacts", { inputs: typed });
    const plain = await batchApi.createDefault("calls", "contacts", { inputs: pairs });
    for (const { errors } of [labelled, plain])
      assert.deepEqual(
        errors.map(({ context }) => context),
        [noContact.context],
      );
  });

  test("need inputs, and types there are", async () => {
    const { client, id } = await newCall(hub);
    const { batchApi } = client.crm.associations.v4;
    await allFail(
      noInputs,
      400,
      ...["create", "createDefault", "getPage", "archive", "archiveLabels"].map(
        (name) => () => batchApi[name]("calls", "contacts", { inputs: [] }),
      ),
    );
    const inputs = [{ _from: { id }, to: { id: "101" }, types: defined(193) }];
    assert.deepEqual(await failure(batchApi.archiveLabels("calls", "contacts", { inputs }), 400), wrongWay);
  });
}

function labels(hub) {
  test("have labels, HubSpot's and the portal's", async () => {
    const { client } = await hub.newClient();
    const { definitionsApi } = client.crm.associations.v4.schema;
    const own = { label: "Decision maker", name: "decision_maker" };
    const known = await definitionsApi.getAll("contacts", "companies");
    assert.deepEqual(
      known.results.map(({ typeId }) => typeId),
      [279, 1, 931],
    );

    const made = await definitionsApi.create("contacts", "companies", own);
    assert.deepEqual(
      made.results.map(({ label }) => label),
      ["Decision maker", "Decision maker"],
    );
    const [{ typeId }] = made.results;
    await definitionsApi.update("contacts", "companies", { associationTypeId: typeId, label: "Chief" });
    assert.equal((await definitionsApi.getAll("contacts", "companies")).results.at(-1).label, "Chief");
    await definitionsApi.remove("contacts", "companies", typeId);

    await allFail(
      noType,
      400,
      () => definitionsApi.getAll("nothings", "companies"),
      () => definitionsApi.remove("nothings", "companies", typeId),
    );
    const gone = definitionsApi.update("contacts", "companies", { associationTypeId: typeId, label: "x" });
    assert.equal((await failure(gone, 400)).message, "One or more associations are invalid");
    await definitionsApi.create("contacts", "companies", own);
    assert.match(
      (await failure(definitionsApi.create("contacts", "companies", own), 400)).message,
      /decision_maker already exists/,
    );
  });
}
