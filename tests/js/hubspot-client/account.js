import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, failure, invalid, notFound, unreadable } from "./hub.js";

const email = "robin.vega@mockportal.example";

/** @param {import("./hub.js").Hub} hub */
export function account(hub) {
  describe("the account", () => {
    test("has owners", async () => {
      const { client } = await hub.newClient();
      const { ownersApi } = client.crm.owners;
      assert.deepEqual(
        (await ownersApi.getPage()).results.map(({ id, userId, type }) => [id, userId, type]),
        [["41180023", 9120457, "PERSON"]],
      );
      assert.equal((await ownersApi.getPage(email, undefined, 100, false)).results.length, 1);
      assert.deepEqual((await ownersApi.getPage("nobody@x.example", undefined, 100, false)).results, []);
      assert.equal((await ownersApi.getById(9120457, "userId", false)).id, "41180023");

      assert.deepEqual(
        await failure(ownersApi.getPage(undefined, undefined, 501), 400),
        invalid("limit is 501; it must be between 1 and 500."),
      );
      assert.deepEqual(await failure(ownersApi.getById(9120457, "id", false), 404), notFound);
      assert.deepEqual(
        await failure(ownersApi.getById("abc"), 400),
        unreadable("Unable to parse value for path parameter: ownerId"),
      );
    });

    test("has users in teams", async () => {
      const { client } = await hub.newClient();
      const { usersApi, teamsApi, rolesApi } = client.settings.users;
      assert.deepEqual(
        (await usersApi.getPage(100)).results.map(({ id }) => id),
        ["9120457"],
      );
      assert.deepEqual((await usersApi.getPage(100, "9120458")).results, []);
      assert.equal((await usersApi.getById("9120457", "USER_ID")).email, email);
      assert.deepEqual(
        (await teamsApi.getAll()).results.map(({ name, userIds }) => [name, userIds]),
        [["Sales", ["9120457"]]],
      );
      assert.deepEqual((await rolesApi.getAll()).results, []);

      assert.deepEqual(
        await failure(usersApi.getPage(100, "x"), 400),
        unreadable("Unable to parse value for query parameter: after"),
      );
      assert.deepEqual(await failure(usersApi.getById("7", "USER_ID"), 404), notFound);
      assert.deepEqual(
        await failure(usersApi.getById("x", "USER_ID"), 400),
        unreadable("Unable to parse value for path parameter: userId"),
      );
    });

    test("tells of itself, now and in the old way", async () => {
      const { client, portalId } = await hub.newClient();
      const details = await ask(client, "GET", "/account-info/v3/details", 200);
      assert.deepEqual([details.portalId, details.accountType], [portalId, "DEVELOPER_TEST"]);
      assert.equal((await ask(client, "GET", "/integrations/v1/me", 200)).portalId, portalId);
      const {
        results: [usage],
      } = await ask(client, "GET", "/account-info/v3/api-usage/daily/private-apps", 200);
      const [old] = await ask(client, "GET", "/integrations/v1/limit/daily", 200);
      assert.equal(old.currentUsage, usage.currentUsage + 1);
    });

    test("has outcomes of calls", async () => {
      const { client } = await hub.newClient();
      const outcomes = await ask(client, "GET", "/calling/v1/dispositions", 200);
      assert.deepEqual(outcomes[1], { id: "f240bbac-87c9-4f6e-bf70-924b57d47db7", label: "Connected", deleted: false });
    });
  });
}
