import assert from "node:assert/strict";
import { Client } from "@hubspot/api-client";
import { checkAnswer } from "./answers.js";

const plainFetch = globalThis.fetch;

/** Every answer of HubSpot's routes is checked, whatever test asked.
 * @param {string} url the portal's address
 */
export function checkEveryAnswer(url) {
  globalThis.fetch = async (...request) => {
    const answer = await plainFetch(...request);
    if (answer.url.startsWith(url) && !answer.url.startsWith(`${url}/api/`)) checkAnswer(answer, await answer.clone().text());
    return answer;
  };
}

/** The official client in a portal of its own.
 * @param {import("./portal-process.js").PortalProcess} portal
 */
export async function newHub(portal) {
  const { portalId, accessToken, developerApiKey } = await portal.createPortal();
  return { portalId, developerApiKey, client: new Client({ accessToken, basePath: portal.url }) };
}

/** The error a call of the client ends with.
 * @param {Promise<unknown>} call
 * @param {number} code
 */
export async function failure(call, code) {
  const error = await call.then(() => assert.fail("It should have failed."), (reason) => reason);
  assert.equal(error.code, code, error.message);
  return error.body;
}

export const defined = (typeId) => [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: typeId }];
