import assert from "node:assert/strict";

// What HubSpot's interface definitions promise of every answer, checked on the bytes that came over the wire: the client
// itself drops what it does not know and does not miss what is not there.

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Checks an answer by its status and what it is made of.
 * @param {Response} answer
 * @param {string} text
 */
export function checkAnswer(answer, text) {
  const where = `${answer.status} ${answer.url}\n${text}`;
  if (answer.status === 204) return void assert.equal(text, "", where);
  if (answer.headers.get("content-type")?.startsWith("text/html")) return void assert.ok(answer.status === 404 || answer.status === 405, where);
  assert.equal(answer.headers.get("content-type"), "application/json;charset=utf-8", where);

  const body = JSON.parse(text);
  if (answer.status >= 400) checkError(answer, body, where);
  else if ("startedAt" in body) checkBatch(answer, body, where);
  else if (Array.isArray(body.results)) checkCollection(body, where);
  else checkObject(body, where);
}

function checkError(answer, body, where) {
  assert.equal(body.status, "error", where);
  assert.equal(typeof body.message, "string", where);
  assert.match(body.correlationId, uuid7, where);
  assert.equal(body.correlationId, answer.headers.get("x-hubspot-correlation-id"), where);
}

function checkBatch(answer, body, where) {
  assert.equal(body.status, "COMPLETE", where);
  assert.match(body.startedAt, iso, where);
  assert.match(body.completedAt, iso, where);
  assert.equal(answer.status === 207, body.numErrors > 0, where);
  assert.equal(body.numErrors, body.errors?.length, where);
  for (const error of body.errors ?? []) {
    assert.equal(error.status, "error", where);
    for (const field of ["category", "message"]) assert.equal(typeof error[field], "string", where);
    assert.equal(typeof error.context, "object", where);
  }
  for (const result of body.results) checkObject(result, where);
}

function checkCollection(body, where) {
  for (const result of body.results) checkObject(result, where);
  if ("total" in body) assert.ok(Number.isInteger(body.total), where);
  if (!("paging" in body)) return;
  assert.equal(typeof body.paging.next.after, "string", where);
  assert.equal("link" in body.paging.next, !("total" in body), `a list has a link, a search has none: ${where}`);
}

function checkObject(body, where) {
  assert.match(body.id, /^\d+$/, where);
  for (const value of Object.values(body.properties)) assert.ok(value === null || typeof value === "string", where);
  assert.deepEqual(Object.keys(body.properties), Object.keys(body.properties).sort(), where);
  for (const field of ["createdAt", "updatedAt"]) assert.match(body[field], iso, where);
  assert.equal(typeof body.archived, "boolean", where);
  assert.equal("archivedAt" in body, body.archived, where);
  for (const links of Object.values(body.associations ?? {})) {
    for (const link of links.results) assert.deepEqual([typeof link.id, typeof link.type], ["string", "string"], where);
  }
  for (const versions of Object.values(body.propertiesWithHistory ?? {})) {
    for (const version of versions) {
      assert.match(version.timestamp, iso, where);
      assert.deepEqual([typeof version.value, typeof version.sourceType], ["string", "string"], where);
    }
  }
}
