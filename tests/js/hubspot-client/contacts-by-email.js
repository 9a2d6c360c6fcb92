import assert from "node:assert/strict";
import { test } from "node:test";
import { allFail, failure, invalid, noObject, notFound } from "./hub.js";

/** The address is the one property of contacts that no two of them share.
 * @param {import("./hub.js").Hub} hub
 */
export function contactsByEmail(hub) {
  test("are found, changed, made and forgotten", async () => {
    const { client } = await hub.newClient();
    const { basicApi, batchApi } = client.crm.contacts;
    const upsert = (firstname) =>
      batchApi.upsert({ inputs: [{ idProperty: "email", id: "a@b.example", properties: { firstname } }] });
    const upserted = await upsert("Ada");
    assert.deepEqual(
      upserted.results.map((result) => [result._new, result.properties["email"]]),
      [[true, "a@b.example"]],
    );
    assert.equal((await upsert("Bob")).results[0]._new, false);
    const found = await basicApi.getById("a@b.example", ["firstname"], undefined, ["companies"], false, "email");
    assert.equal(found.properties["firstname"], "Bob");
    await basicApi.purge({ objectId: "a@b.example", idProperty: "email" });
    assert.deepEqual(
      await failure(basicApi.getById("a@b.example", undefined, undefined, undefined, undefined, "email"), 404),
      notFound,
    );
    assert.deepEqual(await failure(basicApi.purge({ objectId: "abc" }), 404), noObject("abc"));
    const byCity = basicApi.purge({ objectId: "x", idProperty: "city" });
    assert.deepEqual(await failure(byCity, 400), invalid("city is not a unique property of CONTACT"));
  });

  test("conflict with each other", async () => {
    const { client } = await hub.newClient();
    const { basicApi, batchApi } = client.crm.contacts;
    const { id } = await basicApi.create({ properties: { email: "a@b.example" }, associations: [] });
    const conflict = { status: "error", message: `Contact already exists. Existing ID: ${id}`, category: "CONFLICT" };
    const properties = { email: "A@B.example" };
    await allFail(
      conflict,
      409,
      () => basicApi.create({ properties, associations: [] }),
      () => basicApi.update("101", { properties }),
      () => batchApi.create({ inputs: [{ properties, associations: [] }] }),
      () => batchApi.update({ inputs: [{ id: "101", properties }] }),
    );
    const traced = await batchApi.upsert({
      inputs: [
        { idProperty: "email", id: "a@b.example", properties: {}, objectWriteTraceId: "good" },
        { idProperty: "email", id: "c@b.example", properties: { favourite_colour: "blue" }, objectWriteTraceId: "bad" },
      ],
    });
    assert.deepEqual([traced.results.length, traced.numErrors], [1, 1]);
  });
}
