import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { access } from "./access.js";
import { account } from "./account.js";
import { associations } from "./associations.js";
import { calling } from "./calling.js";
import { definitions } from "./definitions.js";
import { Hub } from "./hub.js";
import { oauth } from "./oauth.js";
import { objects } from "./objects.js";
import { search } from "./search.js";

// HubSpot's official client against the program, one process for all of it. It throws on every status but the one it
// expects. Needs a build.

const hub = new Hub();
before(() => hub.start());
after(() => hub.stop());

access(hub);
objects(hub);
search(hub);
associations(hub);
definitions(hub);
account(hub);
calling(hub);
oauth(hub);

test("every route was driven into every answer it has", () => {
  assert.deepEqual(
    hub.wire.missed((route) => !route.isLegacy),
    [],
  );
});
