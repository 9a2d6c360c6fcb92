import assert from "node:assert/strict";
import { test } from "node:test";
import { showLocalNumbers } from "../../../wwwroot/js/shared/local-number.js";

const element = (value) => ({ textContent: value, getAttribute: () => value });

test("numbers are grouped as in the reader's language, and what is no number is left alone", () => {
  const found = [element("1234567"), element("12"), element("many")];
  showLocalNumbers({ querySelectorAll: () => found }, "de-DE");
  assert.deepEqual(found.map(({ textContent }) => textContent), ["1.234.567", "12", "many"]);
});
