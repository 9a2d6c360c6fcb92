import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Client } from "@hubspot/api-client";
import { failure, newHub } from "./hub.js";

/** @param {() => import("./portal-process.js").PortalProcess} portal */
export function access(portal) {
  describe("access", () => {
    test("is refused without a known token", async () => {
      const stranger = new Client({ accessToken: "pat-wrong", basePath: portal().url });
      assert.equal((await failure(stranger.crm.contacts.basicApi.getPage(), 401)).category, "INVALID_AUTHENTICATION");
    });

    test("is refused where a scope was taken away", async () => {
      const { client, portalId } = await newHub(portal());
      await fetch(`${portal().url}/api/portals/${portalId}/scopes`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ withheld: ["crm.objects.companies.write"] }),
      });
      const refused = await failure(client.crm.companies.basicApi.create({ properties: { name: "x" }, associations: [] }), 403);
      assert.deepEqual(refused.errors[0].context.requiredGranularScopes, ["crm.objects.companies.write"]);
      assert.equal((await client.crm.companies.basicApi.getById("9001")).id, "9001");
    });

    test("works with a base path that ends in a slash, and with raw requests", async () => {
      const { accessToken } = await portal().createPortal();
      const client = new Client({ accessToken, basePath: `${portal().url}/` });
      assert.equal((await client.crm.contacts.basicApi.getById("101")).id, "101");
      const answer = await client.apiRequest({ path: "/crm/v3/objects/contacts", qs: { limit: 1, properties: "a,city" } });
      assert.deepEqual(Object.keys((await answer.json()).results[0].properties), ["city", "createdate", "hs_object_id", "lastmodifieddate"]);
    });

    test("to an address without a route ends in a page", async () => {
      const { client } = await newHub(portal());
      const answer = await client.apiRequest({ path: "/crm/v3/nothing" });
      assert.equal(answer.status, 404);
      assert.match(await answer.text(), /<title>Error 404 Not Found<\/title>/);
    });
  });
}
