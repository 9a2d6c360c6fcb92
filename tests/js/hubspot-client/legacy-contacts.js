import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask } from "./hub.js";

const of = (properties) => ({
  properties: Object.entries(properties).map(([property, value]) => ({ property, value })),
});
const refused = (status, message) => (reason) => reason.statusCode === status && reason.error.message === message;

/** @param {() => Promise<{ hubspot: any, client: any }>} newClient */
export function legacyContacts(newClient) {
  describe("contacts, version 1", () => {
    test("are made, read, changed and deleted", async () => {
      const { hubspot } = await newClient();
      const made = await hubspot.contacts.create(of({ email: "Ada@b.example", firstname: "Ada" }));
      assert.equal(made.properties.email.value, "ada@b.example");
      assert.deepEqual(made["identity-profiles"][0].identities[0].value, "ada@b.example");

      await hubspot.contacts.update(made.vid, of({ firstname: "Bob" }));
      await hubspot.contacts.updateByEmail("ada@b.example", of({ lastname: "Byron" }));
      const read = await hubspot.contacts.getById(made.vid, { property: ["firstname", "lastname"] });
      assert.deepEqual(Object.keys(read.properties), ["firstname", "lastname"]);
      assert.deepEqual(
        read.properties.firstname.versions.map(({ value }) => value),
        ["Bob", "Ada"],
      );
      assert.equal((await hubspot.contacts.getByEmail("ada@B.example")).vid, made.vid);

      const deleted = await hubspot.contacts.delete(made.vid);
      assert.deepEqual(deleted, { vid: made.vid, deleted: true, reason: "OK" });
      await assert.rejects(hubspot.contacts.getById(made.vid), refused(404, "contact does not exist"));
    });

    test("are made or changed by their address", async () => {
      const { hubspot } = await newClient();
      const first = await hubspot.contacts.createOrUpdate("ada@b.example", of({ firstname: "Ada" }));
      assert.equal(first.isNew, true);
      const second = await hubspot.contacts.createOrUpdate("ada@b.example", of({ firstname: "Bob" }));
      assert.deepEqual(second, { vid: first.vid, isNew: false });
    });

    test("are read in batches and searched", async () => {
      const { hubspot } = await newClient();
      assert.deepEqual(Object.keys(await hubspot.contacts.getByIdBatch([151, 101, 999999])), ["101", "151"]);
      const nora = await hubspot.contacts.getById(101);
      const emails = [nora.properties.email.value, "nobody@b.example"];
      assert.deepEqual(Object.keys(await hubspot.contacts.getByEmailBatch(emails)), ["101"]);

      const found = await hubspot.contacts.search("castillo", { count: 5, property: ["lastname"] });
      assert.deepEqual([found.query, found.total, found["has-more"], found.offset], ["castillo", 1, false, 1]);
      assert.deepEqual(found.contacts[0].properties, { lastname: { value: "Castillo" } });
      const some = await hubspot.contacts.search("", { count: 2 });
      assert.deepEqual([some["has-more"], some.offset], [true, 2]);
    });

    test("are refused with what is wrong", async () => {
      const { hubspot, client } = await newClient();
      const existing = await hubspot.contacts.create(of({ email: "ada@b.example" }));
      const taken = (reason) =>
        refused(409, "Contact already exists")(reason) && reason.error.identityProfile.vid === existing.vid;
      const address = of({ email: "ADA@b.example" });
      await assert.rejects(hubspot.contacts.create(address), taken);
      await assert.rejects(hubspot.contacts.update(101, address), taken);
      const nora = (await hubspot.contacts.getById(101)).properties.email.value;
      await assert.rejects(hubspot.contacts.updateByEmail(nora, address), taken);

      const wrong = of({ favourite_colour: "blue" });
      const invalid = (reason) =>
        refused(400, "Property values were not valid")(reason) &&
        reason.error.validationResults[0].error === "PROPERTY_DOESNT_EXIST";
      await assert.rejects(hubspot.contacts.create(wrong), invalid);
      await assert.rejects(hubspot.contacts.update(101, wrong), invalid);
      await assert.rejects(hubspot.contacts.updateByEmail(nora, wrong), invalid);
      await assert.rejects(hubspot.contacts.createOrUpdate("ada@b.example", wrong), invalid);

      const nobody = refused(404, "contact does not exist");
      await assert.rejects(hubspot.contacts.update(999999, address), nobody);
      await assert.rejects(hubspot.contacts.updateByEmail("nobody@b.example", address), nobody);
      await assert.rejects(hubspot.contacts.getByEmail("nobody@b.example"), nobody);
      await assert.rejects(hubspot.contacts.delete(999999), nobody);
      await ask(client, "GET", "/contacts/v1/search/query?q=x&count=0", 400);
    });
  });
}
