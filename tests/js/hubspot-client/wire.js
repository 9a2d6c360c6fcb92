import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request } from "node:http";
import Ajv from "ajv";
import { findRoute, routes } from "./shapes/routes.js";

// A wire between a client and the program that looks at every answer: clients drop what they do not know and do not miss
// what is not there.

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addKeyword({
  keyword: "sortedKeys",
  type: "object",
  validate: (_, data) => Object.keys(data).every((key, index, keys) => index === 0 || keys[index - 1] < key),
});

export class Wire {
  #server;
  #target;
  #seen = new Set();
  #faults = [];

  /** @param {string} target the program's address */
  static async to(target) {
    const wire = new Wire();
    wire.#target = new URL(target);
    wire.#server = createServer((incoming, outgoing) => wire.#pass(incoming, outgoing)).listen(0, "127.0.0.1");
    await once(wire.#server, "listening");
    wire.url = `http://127.0.0.1:${wire.#server.address().port}`;
    return wire;
  }

  /** Ends it; complains of every answer that was wrong, whatever the client made of it. */
  async stop() {
    this.#server.close();
    this.#server.closeAllConnections();
    assert.deepEqual(this.#faults, []);
  }

  /** The statuses that nobody provoked of routes that should have been driven.
   * @param {(route: import("./shapes/routes.js").Route) => boolean} which
   */
  missed(which) {
    return routes
      .filter(which)
      .flatMap(({ name, answers }) =>
        [...answers.keys()].filter((status) => status !== 403 && status !== 429).map((status) => `${name} ${status}`),
      )
      .filter((answer) => !this.#seen.has(answer));
  }

  async #pass(incoming, outgoing) {
    const { method, url: path, headers } = incoming;
    const passed = request({ host: this.#target.hostname, port: this.#target.port, method, path, headers });
    delete headers["accept-encoding"];
    incoming.pipe(passed);
    const [answer] = await once(passed, "response");
    const body = Buffer.concat(await answer.toArray());
    try {
      const route = checkAnswer(method, new URL(path.replace(/^\/+/, "/"), this.url), answer, body.toString());
      this.#seen.add(`${route} ${answer.statusCode}`);
    } catch (error) {
      this.#faults.push(error.message);
    }

    outgoing.writeHead(answer.statusCode, answer.rawHeaders);
    outgoing.end(body);
  }
}

/** Checks an answer against the shape its route has for its status. */
function checkAnswer(method, { pathname, searchParams }, { statusCode: status, headers }, text) {
  const where = `${method} ${pathname}: ${status}\n${text}`;
  const route = findRoute(method, pathname);
  if (headers["content-type"]?.startsWith("text/html")) {
    assert.ok(!route && (status === 404 || status === 405), `a page is for addresses without a route: ${where}`);
    return "";
  }

  assert.ok(route?.answers.has(status), `no such answer is known: ${where}`);
  const schema = route.answers.get(status);
  if (schema === null) assert.equal(text, "", where);
  else checkBody(typeof schema === "function" ? schema(searchParams) : schema, status, headers, text, where);
  return route.name;
}

function checkBody(schema, status, headers, text, where) {
  assert.equal(headers["content-type"], "application/json;charset=utf-8", where);
  const body = JSON.parse(text);
  assert.ok(ajv.validate(schema, body), `${ajv.errorsText()}: ${where}`);
  if ("numErrors" in body) assert.equal(body.numErrors, body.errors.length, where);
  if (status >= 400) assert.equal(body.correlationId, headers["x-hubspot-correlation-id"], where);
}
