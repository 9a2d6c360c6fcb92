import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Client } from "@hubspot/api-client";
import { failure } from "./hub.js";

const unauthenticated = {
  status: "error",
  message:
    "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at " +
    "https://developers.hubspot.com/docs/methods/auth/oauth-overview",
  category: "INVALID_AUTHENTICATION",
};

/** @param {import("./hub.js").Hub} hub */
export function access(hub) {
  describe("access", () => {
    test("is refused everywhere without a known token", async () => {
      const stranger = new Client({ accessToken: "pat-wrong", basePath: hub.url });
      assert.deepEqual(await failure(stranger.crm.contacts.basicApi.getPage(), 401), unauthenticated);
      await hub.strangers((route) => !route.isOpen && !route.isLegacy);
    });

    test("is refused where a scope was taken away", async () => {
      const { client, portalId } = await hub.newClient();
      await hub.control("PUT", `/portals/${portalId}/scopes`, { withheld: ["crm.objects.companies.write"] });
      const made = client.crm.companies.basicApi.create({ properties: { name: "x" }, associations: [] });
      assert.deepEqual(await failure(made, 403), {
        status: "error",
        message:
          "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: " +
          "https://developers.hubspot.com/scopes.",
        errors: [
          {
            message: "One or more of the following scopes are required.",
            context: { requiredGranularScopes: ["crm.objects.companies.write"] },
          },
        ],
        links: { scopes: "https://developers.hubspot.com/scopes" },
        category: "MISSING_SCOPES",
      });
      assert.equal((await client.crm.companies.basicApi.getById("9001")).id, "9001");
    });

    test("works with a base path that ends in a slash, and with raw requests", async () => {
      const { accessToken } = await hub.newClient();
      const client = new Client({ accessToken, basePath: `${hub.url}/` });
      assert.equal((await client.crm.contacts.basicApi.getById("101")).id, "101");
      const answer = await client.apiRequest({
        path: "/crm/v3/objects/contacts",
        qs: { limit: 1, properties: "a,city" },
      });
      const {
        results: [first],
      } = await answer.json();
      assert.deepEqual(Object.keys(first.properties), ["city", "createdate", "hs_object_id", "lastmodifieddate"]);
    });

    test("to an address without a route ends in a page", async () => {
      const { client } = await hub.newClient();
      const answer = await client.apiRequest({ path: "/crm/v3/nothing" });
      assert.equal(answer.status, 404);
      assert.match(await answer.text(), /<title>Error 404 Not Found<\/title>/);
    });
  });
}
