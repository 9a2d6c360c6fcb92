import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { allFail, ask, failure, invalid, noInputs, noType, notFound } from "./hub.js";

const field = { name: "p", label: "P", type: "string", fieldType: "text", groupName: "contactinformation" };
const noProperty = (name) => ({
  status: "error",
  message: `Property ${name} does not exist`,
  category: "OBJECT_NOT_FOUND",
});

/** @param {import("./hub.js").Hub} hub */
export function definitions(hub) {
  describe("properties", () => {
    readProperties(hub);
    writeProperties(hub);
    propertyBatches(hub);
    groups(hub);
  });
  describe("pipelines", () => pipelines(hub));
}

function readProperties(hub) {
  test("are described", async () => {
    const { client } = await hub.newClient();
    const { coreApi } = client.crm.properties;
    assert.ok((await coreApi.getAll("calls")).results.some(({ name }) => name === "hs_call_status"));
    const some = await ask(client, "GET", "/crm/v3/properties/contacts?properties=name,label", 200);
    assert.deepEqual(Object.keys(some.results[0]), ["name", "label"]);
    assert.ok((await coreApi.getAll("contacts", false, "name,label")).results.length > 20);
    const outcome = await coreApi.getByName("calls", "hs_call_disposition");
    assert.equal(outcome.options.length, 6);
    assert.deepEqual(
      { ...outcome.modificationMetadata },
      {
        archivable: true,
        readOnlyDefinition: true,
        readOnlyOptions: true,
        readOnlyValue: false,
      },
    );

    assert.deepEqual(await failure(coreApi.getByName("calls", "nothing"), 404), noProperty("nothing"));
    await allFail(
      noType,
      400,
      () => coreApi.getAll("nothings"),
      () => coreApi.getByName("nothings", "name"),
    );
  });
}

function writeProperties(hub) {
  test("of one's own are made, changed and archived", async () => {
    const { client } = await hub.newClient();
    const { coreApi } = client.crm.properties;
    const made = await coreApi.create("contacts", field);
    assert.deepEqual([made.hubspotDefined, made.archived, made.options], [false, false, []]);
    assert.deepEqual(await failure(coreApi.create("contacts", field), 409), {
      status: "error",
      message: "A property named 'p' already exists.",
      category: "CONFLICT",
    });
    assert.equal((await coreApi.update("contacts", "p", { label: "P2" })).label, "P2");
    await coreApi.archive("contacts", "p");
    assert.deepEqual(await failure(coreApi.getByName("contacts", "p"), 404), noProperty("p"));
    assert.deepEqual(
      (await coreApi.getAll("contacts", true)).results.map(({ name }) => name),
      ["p"],
    );
  });

  test("that cannot be are refused", async () => {
    const { client } = await hub.newClient();
    const { coreApi } = client.crm.properties;
    const own = "Property phone is defined by HubSpot and cannot be changed.";
    const coloured = coreApi.create("contacts", { ...field, type: "colour" });
    assert.match((await failure(coloured, 400)).message, /^type is 'colour'; allowed: /);
    assert.deepEqual(
      await failure(coreApi.create("contacts", { ...field, groupName: "nothing" }), 400),
      invalid("Property group nothing does not exist"),
    );
    assert.deepEqual(await failure(coreApi.update("contacts", "phone", { label: "x" }), 400), invalid(own));
    assert.deepEqual(await failure(coreApi.update("contacts", "nothing", { label: "x" }), 404), noProperty("nothing"));
    assert.deepEqual(await failure(coreApi.archive("contacts", "phone"), 400), invalid(own));
  });
}

function propertyBatches(hub) {
  test("are made, read and archived in batches", async () => {
    const { client } = await hub.newClient();
    const { batchApi } = client.crm.properties;
    await batchApi.create("contacts", { inputs: [field] });
    const some = await batchApi.create("contacts", { inputs: [field, { ...field, name: "q" }] });
    assert.deepEqual(
      some.results.map(({ name }) => name),
      ["q"],
    );
    assert.deepEqual(
      some.errors.map(({ category }) => category),
      ["CONFLICT"],
    );

    const inputs = [{ name: "p" }, { name: "q" }];
    assert.equal((await batchApi.read("contacts", { archived: false, inputs })).results.length, 2);
    await batchApi.archive("contacts", { inputs });
    const gone = await batchApi.read("contacts", { archived: false, inputs });
    assert.deepEqual(
      gone.errors.map(({ context }) => context),
      [{ name: ["p", "q"] }],
    );
    await allFail(
      noInputs,
      400,
      ...["create", "read", "archive"].map((name) => () => batchApi[name]("contacts", { archived: false, inputs: [] })),
    );
  });
}

function groups(hub) {
  test("are in groups", async () => {
    const { client } = await hub.newClient();
    const { groupsApi } = client.crm.properties;
    assert.equal((await groupsApi.getAll("contacts")).results[0].name, "contactinformation");
    const own = { name: "mine", label: "Mine" };
    assert.equal((await groupsApi.create("contacts", own)).label, "Mine");
    assert.deepEqual(await failure(groupsApi.create("contacts", own), 409), {
      status: "error",
      message: "A property group named 'mine' already exists.",
      category: "CONFLICT",
    });
    assert.equal((await groupsApi.update("contacts", "mine", { label: "Ours" })).label, "Ours");
    assert.equal((await groupsApi.getByName("contacts", "mine")).label, "Ours");
    await groupsApi.archive("contacts", "mine");
    assert.deepEqual(await failure(groupsApi.getByName("contacts", "mine"), 404), notFound);
    assert.deepEqual(await failure(groupsApi.update("contacts", "mine", { label: "x" }), 404), notFound);

    await allFail(
      noType,
      400,
      () => groupsApi.getAll("nothings"),
      () => groupsApi.create("nothings", own),
      () => groupsApi.getByName("nothings", "x"),
      () => groupsApi.update("nothings", "x", { label: "x" }),
      () => groupsApi.archive("nothings", "x"),
    );
  });
}

function pipelines(hub) {
  test("of deals and tickets have stages", async () => {
    const { client } = await hub.newClient();
    const { pipelinesApi, pipelineStagesApi } = client.crm.pipelines;
    assert.deepEqual(
      (await pipelinesApi.getAll("deals")).results.map(({ id, stages }) => [id, stages.length]),
      [["default", 7]],
    );
    assert.equal((await pipelinesApi.getById("tickets", "0")).label, "Support Pipeline");
    assert.equal((await pipelineStagesApi.getAll("deals", "default")).results.length, 7);
    assert.equal((await pipelineStagesApi.getById("deals", "default", "closedwon")).metadata["probability"], "1.0");

    await allFail(
      notFound,
      404,
      () => pipelinesApi.getById("deals", "other"),
      () => pipelineStagesApi.getAll("deals", "other"),
      () => pipelineStagesApi.getById("deals", "default", "other"),
    );
    await allFail(
      noType,
      400,
      () => pipelinesApi.getAll("nothings"),
      () => pipelinesApi.getById("nothings", "0"),
      () => pipelineStagesApi.getAll("nothings", "0"),
      () => pipelineStagesApi.getById("nothings", "0", "1"),
    );
  });
}
