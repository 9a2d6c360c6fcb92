import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { routes } from "./shapes/routes.js";

test("every route of the documentation has the shapes of its answers, and no other has", async () => {
  const text = await readFile(new URL("../../../docs/hubspot-rest.md", import.meta.url), "utf8");
  const documented = [...text.matchAll(/^\| `([A-Z]+ \/[^`]*)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(routes.map(({ name }) => name).sort(), documented.sort());
});
