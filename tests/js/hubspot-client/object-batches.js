import assert from "node:assert/strict";
import { test } from "node:test";
import { allFail, failure, invalid, noInputs } from "./hub.js";

/** The batches of one type.
 * @param {import("./hub.js").Hub} hub
 */
export function batches(hub, { of, properties, changed }) {
  const [key] = Object.keys(changed);

  test("are written and read in batches", async () => {
    const { client } = await hub.newClient();
    const { batchApi } = of(client);
    const made = await batchApi.create({
      inputs: [
        { properties, associations: [] },
        { properties, associations: [] },
      ],
    });
    const [first, second] = made.results.map(({ id }) => id);

    const ids = [{ id: second }, { id: first }];
    const asked = { properties: [key], propertiesWithHistory: [] };
    const read = await batchApi.read({ ...asked, inputs: ids }, false);
    assert.deepEqual(
      read.results.map(({ id }) => id),
      [first, second],
    );
    const some = await batchApi.read({ ...asked, inputs: [...ids, { id: "999999" }] }, false);
    assert.equal(some.numErrors, 1);
    assert.deepEqual(
      some.errors.map(({ category, context }) => [category, context.ids]),
      [["OBJECT_NOT_FOUND", ["999999"]]],
    );

    const updated = await batchApi.update({ inputs: [{ id: first, properties: changed }] });
    assert.equal(updated.results[0].properties[key], changed[key]);
    assert.equal("numErrors" in updated, false);
    const both = ["999999", first].map((id) => ({ id, properties: changed }));
    const missing = await batchApi.update({ inputs: both });
    assert.deepEqual(
      missing.errors.map(({ context }) => context.ids),
      [["999999"]],
    );
    const upserted = await batchApi.upsert({ inputs: [{ idProperty: "hs_object_id", id: first, properties }] });
    assert.deepEqual(
      upserted.results.map((result) => [result._new, result.properties[key]]),
      [[false, properties[key]]],
    );

    await batchApi.archive({ inputs: [{ id: first }, { id: second }, { id: "999999" }] });
    assert.deepEqual((await batchApi.read({ ...asked, inputs: [{ id: first }] })).results, []);
  });

  test("with trace ids are made as far as they are right", async () => {
    const { client } = await hub.newClient();
    const made = await of(client).batchApi.create({
      inputs: [
        { properties, associations: [], objectWriteTraceId: "good" },
        { properties: { favourite_colour: "blue" }, associations: [], objectWriteTraceId: "bad" },
      ],
    });
    assert.deepEqual(
      made.results.map(({ objectWriteTraceId }) => objectWriteTraceId),
      ["good"],
    );
    assert.deepEqual(
      made.errors.map(({ context }) => context.objectWriteTraceId),
      [["bad"]],
    );
  });

  test("say what is wrong with a batch of them", async () => {
    const { client } = await hub.newClient();
    const { batchApi } = of(client);
    const none = { inputs: [] };
    const histories = { ...none, properties: [], propertiesWithHistory: [] };
    await allFail(
      noInputs,
      400,
      () => batchApi.create(none),
      () => batchApi.read(histories),
      () => batchApi.update(none),
      () => batchApi.upsert(none),
      () => batchApi.archive(none),
    );
    const many = Array.from({ length: 101 }, (_, index) => ({ id: `${index + 1}` }));
    assert.deepEqual(
      await failure(batchApi.archive({ inputs: many }), 400),
      invalid(
        "The maximum number of inputs supported in a batch is 100. Please reduce the number of items and try again",
      ),
    );
    const upserted = batchApi.upsert({ inputs: [{ idProperty: "hubspot_owner_id", id: "x", properties: changed }] });
    assert.match((await failure(upserted, 400)).message, /is not a unique property/);
  });
}
