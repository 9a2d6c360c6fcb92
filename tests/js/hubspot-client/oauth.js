import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Client } from "@hubspot/api-client";
import { failure, notFound } from "./hub.js";

const redirect = "http://localhost:3000/cb";
const badToken = "refresh token is invalid, expired or revoked";
const badRefreshToken = {
  error: "invalid_grant",
  error_description: badToken,
  status: "BAD_REFRESH_TOKEN",
  message: badToken,
};

/** @param {import("./hub.js").Hub} hub */
export function oauth(hub) {
  describe("OAuth", () => {
    letIn(hub);
    refused(hub);
    version3(hub);
  });
}

/** What a user's browser does where an app asks to be let in. */
async function authorize(hub, path, query) {
  const address = `${hub.url}/oauth${path}/authorize?${new URLSearchParams(query)}`;
  const answer = await fetch(address, { redirect: "manual" });
  return answer.status === 302 ? new URL(answer.headers.get("location")).searchParams : answer.json();
}

function letIn(hub) {
  test("lets an app in, refreshes its token and takes it back", async () => {
    const { portalId } = await hub.newClient();
    const client = new Client({ basePath: hub.url });
    const { tokensApi, accessTokensApi, refreshTokensApi } = client.oauth;
    const asked = { client_id: "CID", redirect_uri: redirect, scope: "crm.objects.owners.read", state: "s" };
    const back = await authorize(hub, `/${portalId}`, asked);
    assert.equal(back.get("state"), "s");

    const tokens = await tokensApi.create("authorization_code", back.get("code"), redirect, "CID", "SEC");
    assert.deepEqual([tokens.tokenType, tokens.expiresIn], ["bearer", 1800]);
    const again = await tokensApi.create("refresh_token", undefined, undefined, "CID", "SEC", tokens.refreshToken);
    assert.equal(again.refreshToken, tokens.refreshToken);
    client.setAccessToken(again.accessToken);
    assert.equal((await client.crm.owners.ownersApi.getPage()).results.length, 1);
    const info = await accessTokensApi.get(again.accessToken);
    assert.deepEqual(
      [info.hubId, info.tokenType, info.scopes],
      [portalId, "access", ["crm.objects.owners.read", "oauth"]],
    );
    assert.equal((await refreshTokensApi.get(tokens.refreshToken)).clientId, "CID");

    await refreshTokensApi.archive(tokens.refreshToken);
    const late = tokensApi.create("refresh_token", undefined, undefined, "CID", "SEC", tokens.refreshToken);
    assert.deepEqual(await failure(late, 400), badRefreshToken);
  });

  test("lets an app into the default portal", async () => {
    assert.ok((await authorize(hub, "", { client_id: "CID", redirect_uri: redirect })).get("code"));
  });
}

function refused(hub) {
  test("knows no token that it did not give", async () => {
    const { accessTokensApi, refreshTokensApi, tokensApi } = new Client({ basePath: hub.url }).oauth;
    assert.deepEqual(await failure(accessTokensApi.get("tok"), 404), notFound);
    assert.deepEqual(await failure(refreshTokensApi.get("tok"), 400), badRefreshToken);
    const code = tokensApi.create("authorization_code", "CODE", redirect, "CID", "SEC");
    assert.equal((await failure(code, 400)).status, "BAD_AUTH_CODE");
  });

  test("lets nobody in who does not say who, or into a portal there is not", async () => {
    assert.equal((await authorize(hub, "", { redirect_uri: redirect })).status, "BAD_CLIENT_ID");
    const { portalId } = await hub.newClient();
    assert.equal((await authorize(hub, `/${portalId}`, { client_id: "CID" })).status, "BAD_REDIRECT_URI");
    assert.equal(
      (await authorize(hub, "/1", { client_id: "CID", redirect_uri: redirect })).message,
      "resource not found",
    );
  });
}

function version3(hub) {
  test("has tokens in the body, in version 3", async () => {
    const { portalId } = await hub.newClient();
    const post = async (name, fields) => {
      const answer = await fetch(`${hub.url}/oauth/v3/${name}`, { method: "POST", body: new URLSearchParams(fields) });
      return { code: answer.status, ...(await answer.json()) };
    };
    const asked = { client_id: "CID", redirect_uri: redirect };
    const code = (await authorize(hub, `/${portalId}`, asked)).get("code");
    const app = { ...asked, client_secret: "SEC" };
    const token = await post("token", { ...app, grant_type: "authorization_code", code });
    const known = await post("introspect", { token: token.access_token });
    assert.deepEqual([known.active, known.hub_id], [true, portalId]);
    assert.equal((await post("introspect", { token: token.refresh_token })).token_type, "refresh");
    assert.equal((await post("revoke", { token: token.refresh_token })).code, 200);
    assert.deepEqual(await post("introspect", { token: token.refresh_token }), { code: 200, active: false });
    const late = await post("token", { ...app, grant_type: "refresh_token", refresh_token: token.refresh_token });
    assert.deepEqual([late.code, late.status], [400, "BAD_REFRESH_TOKEN"]);
  });
}
