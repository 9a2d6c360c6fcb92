import assert from "node:assert/strict";
import { test } from "node:test";
import { allFail, ask, failure, invalid, noInputs, noType } from "./hub.js";

/** A call of a portal's own, to link with. */
export async function newCall(hub) {
  const { client } = await hub.newClient();
  const { id } = await client.crm.objects.calls.basicApi.create({
    properties: { hs_timestamp: "1" },
    associations: [],
  });
  return { client, id };
}

export const noContact = invalid("One or more associations are invalid", {
  context: { INVALID_OBJECT_IDS: ["CONTACT=999999 is not valid"] },
});
export const wrongWay = invalid(
  "invalid from object type 0-48 for associations to be created. expected: 0-1. For definition 0-193",
);

/** @param {import("./hub.js").Hub} hub */
export function named(hub) {
  test("link, read and unlink by the names of types", async () => {
    const { client, id } = await newCall(hub);
    const { batchApi, schema } = client.crm.associations;
    const inputs = [{ _from: { id }, to: { id: "101" }, type: "call_to_contact" }];
    const made = await batchApi.create("calls", "contacts", { inputs });
    assert.deepEqual(
      made.results.map(({ type }) => type),
      ["call_to_contact"],
    );

    const read = await batchApi.read("contacts", "calls", { inputs: [{ id: "101" }] });
    assert.deepEqual(
      read.results[0].to.map((link) => [link.id, link.type]),
      [[id, "contact_to_call"]],
    );
    const primary = await batchApi.read("contacts", "companies", { inputs: [{ id: "101" }] });
    assert.deepEqual(
      primary.results[0].to.map(({ type }) => type),
      ["contact_to_company"],
    );
    await batchApi.archive("calls", "contacts", { inputs });
    assert.equal((await batchApi.read("contacts", "calls", { inputs: [{ id: "101" }] })).numErrors, 1);
    assert.deepEqual(
      (await schema.typesApi.getAll("calls", "contacts")).results.map((type) => [type.id, type.name]),
      [["194", "call_to_contact"]],
    );
  });

  test("link one record with another, by a request of one's own", async () => {
    const { client, id } = await newCall(hub);
    const path = `/crm/v3/objects/calls/${id}/associations/contact`;
    const record = await ask(client, "PUT", `${path}/101/194`, 200);
    assert.deepEqual(record.associations, { contacts: { results: [{ id: "101", type: "call_to_contact" }] } });
    assert.deepEqual(await ask(client, "GET", path, 200), { results: [{ id: "101", type: "call_to_contact" }] });
    await ask(client, "DELETE", `${path}/101/call_to_contact`, 204);

    assert.equal((await ask(client, "PUT", `${path}/101/193`, 400)).message, wrongWay.message);
    assert.equal((await ask(client, "DELETE", `${path}/101/friend`, 400)).category, "VALIDATION_ERROR");
    assert.equal((await ask(client, "GET", `${path}?limit=0`, 400)).category, "VALIDATION_ERROR");
    const gone = await ask(client, "GET", "/crm/v3/objects/calls/999999/associations/contact", 404);
    assert.equal(gone.message, "resource not found");
  });

  test("say what is wrong with a batch", async () => {
    const { client, id } = await newCall(hub);
    const { batchApi, schema } = client.crm.associations;
    await allFail(
      noInputs,
      400,
      ...["create", "read", "archive"].map((name) => () => batchApi[name]("calls", "contacts", { inputs: [] })),
    );
    const inputs = ["101", "999999"].map((to) => ({ _from: { id }, to: { id: to }, type: "194" }));
    const some = await batchApi.create("calls", "contacts", { inputs });
    assert.deepEqual(
      some.errors.map(({ context }) => context),
      [noContact.context],
    );
    assert.deepEqual(await failure(schema.typesApi.getAll("nothings", "contacts"), 400), noType);
  });
}
