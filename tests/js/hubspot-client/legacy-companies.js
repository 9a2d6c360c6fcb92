import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask } from "./hub.js";

const of = (properties) => ({ properties: Object.entries(properties).map(([name, value]) => ({ name, value })) });
const refused = (status) => (reason) => reason.statusCode === status;
const companies = "/companies/v2/companies";

/** @param {() => Promise<{ hubspot: any, client: any }>} newClient */
export function legacyCompanies(newClient) {
  describe("companies, version 2", () => {
    test("are made, read, changed, listed and deleted", async () => {
      const { hubspot } = await newClient();
      const made = await hubspot.companies.create(of({ name: "Looms", domain: "looms.example" }));
      assert.equal(made.properties.name.value, "Looms");
      const changed = await hubspot.companies.update(made.companyId, of({ name: "Engine Works" }));
      assert.equal(changed.properties.name.versions[0].value, "Engine Works");
      assert.deepEqual(await hubspot.companies.getById(made.companyId), changed);

      const page = await hubspot.companies.get({ limit: 2, properties: ["name", "domain"] });
      assert.deepEqual([page.companies.length, page["has-more"], page.offset], [2, true, 2]);
      const last = await hubspot.companies.getRecentlyCreated({ count: 1 });
      assert.deepEqual(last.results, [changed]);
      assert.deepEqual((await hubspot.companies.getRecentlyModified({ count: 1 })).results, [changed]);

      const deleted = await hubspot.companies.delete(made.companyId);
      assert.deepEqual(deleted, { companyId: made.companyId, deleted: true });
      await assert.rejects(hubspot.companies.getById(made.companyId), refused(404));
    });

    test("have contacts", async () => {
      const { hubspot, client } = await newClient();
      const { companyId } = await hubspot.companies.create(of({ name: "Looms" }));
      await hubspot.companies.addContactToCompany({ companyId, contactVid: 101 });
      await hubspot.companies.addContactToCompany({ companyId, contactVid: 151 });
      const first = await hubspot.companies.getContactIds(companyId, { count: 1 });
      assert.deepEqual(first, { vids: [101], vidOffset: 151, hasMore: true });
      await ask(client, "DELETE", `${companies}/${companyId}/contacts/101`, 204);
      assert.deepEqual((await hubspot.companies.getContactIds(companyId)).vids, [151]);
    });

    test("are refused with what is wrong", async () => {
      const { hubspot, client } = await newClient();
      await assert.rejects(hubspot.companies.create(of({ favourite_colour: "blue" })), refused(400));
      await assert.rejects(hubspot.companies.update(9001, of({ favourite_colour: "blue" })), refused(400));
      await assert.rejects(hubspot.companies.update(999999, of({ name: "x" })), refused(404));
      await assert.rejects(hubspot.companies.delete(999999), refused(404));
      await assert.rejects(
        hubspot.companies.addContactToCompany({ companyId: 9001, contactVid: 999999 }),
        refused(404),
      );
      await assert.rejects(hubspot.companies.getContactIds(999999), refused(404));
      for (const path of ["9001/vids?count=x", "paged?limit=0", "recent/created?offset=x", "recent/modified?count=x"])
        await ask(client, "GET", `${companies}/${path}`, 400);
    });
  });

  describe("associations, version 1", () => {
    const link = (definitionId, fromObjectId, toObjectId) => ({
      category: "HUBSPOT_DEFINED",
      definitionId,
      fromObjectId,
      toObjectId,
    });

    test("are named by their definition alone", async () => {
      const { hubspot, client } = await newClient();
      const { companyId } = await hubspot.companies.create(of({ name: "Looms" }));
      await hubspot.crm.associations.create(link(1, 101, companyId));
      const contact = await client.crm.contacts.basicApi.getById("101", ["associatedcompanyid"]);
      assert.equal(contact.properties["associatedcompanyid"], `${companyId}`);

      const { engagement } = await hubspot.engagements.create({ engagement: { type: "CALL" }, metadata: {} });
      await hubspot.crm.associations.createBatch([link(10, engagement.id, 101), link(7, companyId, engagement.id)]);
      const call = async () =>
        (await ask(client, "GET", `/engagements/v1/engagements/${engagement.id}`, 200)).associations;
      assert.deepEqual([(await call()).contactIds, (await call()).companyIds], [[101], [companyId]]);

      await hubspot.crm.associations.delete(link(1, 101, companyId));
      await hubspot.crm.associations.deleteBatch([link(10, engagement.id, 101)]);
      assert.deepEqual((await call()).contactIds, []);
      assert.deepEqual((await hubspot.companies.getContactIds(companyId)).vids, []);
    });

    test("have to be of a definition and between records there are", async () => {
      const { hubspot } = await newClient();
      const { associations } = hubspot.crm;
      await assert.rejects(associations.create(link(1, 101, 999999)), refused(400));
      await assert.rejects(associations.createBatch([link(9999, 101, 9001)]), refused(400));
      await assert.rejects(associations.delete(link(9999, 101, 9001)), refused(400));
      await assert.rejects(associations.deleteBatch([link(9, 101, 17)]), refused(400));
    });
  });
}
