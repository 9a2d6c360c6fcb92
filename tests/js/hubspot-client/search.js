import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { failure } from "./hub.js";

const filter = (propertyName, operator, value) => ({ filters: [{ propertyName, operator, value }] });

/** @param {import("./hub.js").Hub} hub */
export function search(hub) {
  describe("search", () => {
    test("finds a caller by the national digits, in either property", async () => {
      const { client } = await hub.newClient();
      const found = await client.crm.contacts.searchApi.doSearch({
        filterGroups: [
          filter("hs_searchable_calculated_phone_number", "EQ", "2079460955"),
          filter("hs_searchable_calculated_mobile_number", "EQ", "2079460955"),
        ],
        properties: ["firstname", "phone"],
        limit: 5,
        after: "0",
        sorts: [],
      });
      assert.equal(found.total, 2);
      assert.deepEqual(
        found.results.map(({ properties }) => properties["firstname"]),
        ["Hannah", "Owen"],
      );
      assert.equal(found.paging, undefined);
    });

    test("sorts by text and by object, and goes on at an offset", async () => {
      const { client } = await hub.newClient();
      const { searchApi } = client.crm.companies;
      const byText = await searchApi.doSearch({
        query: "",
        limit: 3,
        after: "0",
        sorts: ["-createdate"],
        properties: ["name"],
        filterGroups: [filter("name", "HAS_PROPERTY")],
      });
      const byObject = await searchApi.doSearch({
        limit: 3,
        after: 0,
        sorts: [{ propertyName: "createdate", direction: "DESCENDING" }],
        filterGroups: [],
      });
      assert.deepEqual(
        byText.results.map(({ id }) => id),
        byObject.results.map(({ id }) => id),
      );
      assert.equal(byText.paging.next.after, "3");
      const next = await searchApi.doSearch({
        limit: 3,
        after: byText.paging.next.after,
        sorts: ["-createdate"],
        filterGroups: [],
      });
      assert.equal(
        next.results.some(({ id }) => byText.results.some((seen) => seen.id === id)),
        false,
      );
    });

    test("compares times between two values", async () => {
      const { client } = await hub.newClient();
      const at = 1_770_091_506_789;
      const { id } = await client.crm.objects.calls.basicApi.create({
        properties: { hs_timestamp: `${at}` },
        associations: [],
      });
      const between = (low, high) =>
        client.crm.objects.calls.searchApi.doSearch({
          filterGroups: [
            { filters: [{ propertyName: "hs_timestamp", operator: "BETWEEN", value: `${low}`, highValue: `${high}` }] },
          ],
        });
      assert.deepEqual(
        (await between(at, at)).results.map((result) => result.id),
        [id],
      );
      assert.equal((await between(at + 1, at + 2)).total, 0);
    });

    test("says what is wrong with it", async () => {
      const { client } = await hub.newClient();
      const { searchApi } = client.crm.contacts;
      assert.match(
        (await failure(searchApi.doSearch({ filterGroups: [filter("phone", "EQ", " ")] }), 400)).message,
        /value must be non-empty/,
      );
      assert.equal((await failure(searchApi.doSearch({ limit: 201 }), 400)).category, "VALIDATION_ERROR");
      assert.equal((await failure(searchApi.doSearch({ after: "10000" }), 400)).category, "VALIDATION_ERROR");
    });
  });
}
