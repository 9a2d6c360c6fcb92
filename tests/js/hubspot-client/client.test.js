import { after, before } from "node:test";
import { access } from "./access.js";
import { checkEveryAnswer } from "./hub.js";
import { objects } from "./objects.js";
import { PortalProcess } from "./portal-process.js";
import { search } from "./search.js";

// HubSpot's official client against the program, one process for all of it. Needs a build.

/** @type {PortalProcess} */
let process;

before(async () => {
  process = await PortalProcess.start();
  checkEveryAnswer(process.url);
});
after(() => process?.stop());

access(() => process);
objects(() => process);
search(() => process);
