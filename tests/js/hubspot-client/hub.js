import assert from "node:assert/strict";
import { Client } from "@hubspot/api-client";
import { PortalProcess } from "./portal-process.js";
import { routes } from "./shapes/routes.js";
import { Wire } from "./wire.js";

/** The program behind a wire on which every answer is checked. */
export class Hub {
  #process;
  #wire;

  async start() {
    this.#process = await PortalProcess.start();
    this.#wire = await Wire.to(this.#process.url);
  }

  async stop() {
    await this.#process?.stop();
    await this.#wire?.stop();
  }

  /** Where clients send their requests. */
  get url() {
    return this.#wire.url;
  }

  get wire() {
    return this.#wire;
  }

  /** The official client in a portal of its own, with every credential there is. */
  async newClient() {
    const { portalId, accessToken, developerApiKey } = await this.#process.createPortal();
    return {
      portalId,
      accessToken,
      developerApiKey,
      client: new Client({ accessToken, developerApiKey, basePath: this.url }),
    };
  }

  /** Knocks at routes with a token nobody has; each has to refuse it.
   * @param {(route: import("./shapes/routes.js").Route) => boolean} which
   */
  async strangers(which) {
    const stranger = new Client({ accessToken: "pat-wrong", basePath: this.url });
    for (const { name } of routes.filter(which)) {
      const [method, path] = name.split(" ");
      await ask(stranger, method, path.replace(/\{\w+\}/g, "1"), 401);
    }
  }

  /** A request to the control API, which is not HubSpot's. */
  async control(method, path, body) {
    const answer = await fetch(`${this.#process.url}/api${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${answer.status} ${path}`);
    return answer.json();
  }
}

/** A request of a client's own making; the answer has to have this status. Returns its body. */
export async function ask(client, method, path, status, body) {
  const answer = await client.apiRequest({ method, path, ...(body && { body }) });
  const text = await answer.text();
  assert.equal(answer.status, status, `${method} ${path}\n${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/** The body of the error a call of the client ends with, without its correlation id.
 * @param {Promise<unknown>} call
 * @param {number} code
 */
export async function failure(call, code) {
  const error = await call.then(
    () => assert.fail("It should have failed."),
    (reason) => reason,
  );
  assert.equal(error.code, code, error.message);
  const body = { ...error.body };
  delete body.correlationId;
  return body;
}

/** Calls that all end with the same error.
 * @param {unknown} expected
 * @param {number} code
 * @param {(() => Promise<unknown>)[]} calls
 */
export async function allFail(expected, code, ...calls) {
  for (const call of calls) assert.deepEqual(await failure(call(), code), expected, call.toString());
}

/** What HubSpot answers where it has not much to say. */
export const notFound = { status: "error", message: "resource not found" };
export const invalid = (message, more = {}) => ({ status: "error", message, ...more, category: "VALIDATION_ERROR" });
export const unreadable = (message) => ({ status: "error", message });
export const noObject = (id) => ({
  status: "error",
  message: "Object not found.  objectId are usually numeric.",
  context: { id: [id] },
  category: "OBJECT_NOT_FOUND",
});
export const noType = invalid("Unable to infer object type from: nothings");
export const noInputs = invalid("Batch input provided should have at least one object.");

export const defined = (typeId) => [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: typeId }];
