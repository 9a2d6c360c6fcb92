import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const configuration = process.env.CONFIGURATION ?? "Debug";
const program = resolve(import.meta.dirname, `../../../src/MockPortal/bin/${configuration}/net10.0/MockPortal.dll`);

/** The program as a user starts it: a process with a database file and a free port of its own. */
export class PortalProcess {
  #process;
  #folder;

  constructor(child, folder, url) {
    this.#process = child;
    this.#folder = folder;
    this.url = url;
  }

  static async start() {
    if (!existsSync(program)) throw new Error(`${program} is missing: run "dotnet build" first.`);
    const folder = await mkdtemp(join(tmpdir(), "mockportal-client-"));
    const settings = [
      "--Kestrel:Endpoints:Portal:Url=http://127.0.0.1:0",
      "--Kestrel:Endpoints:Softphone:Url=",
      `--ConnectionStrings:Portal=Data Source=${join(folder, "portal.db")}`,
    ];
    // Counting what to optimize pays in programs that run for longer than a test.
    const env = { ...process.env, DOTNET_TieredPGO: "0" };
    const child = spawn("dotnet", [program, ...settings], { env });
    return new PortalProcess(child, folder, await announcedUrl(child));
  }

  /** A portal of a test's own: its id and its token. */
  async createPortal() {
    const answer = await fetch(`${this.url}/api/portals`, { method: "POST" });
    return /** @type {Promise<{ portalId: number, accessToken: string, developerApiKey: string }>} */ (answer.json());
  }

  async stop() {
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    await ended;
    await rm(this.#folder, { recursive: true });
  }
}

/** It says where it listens, and at last where its database is. */
function announcedUrl(child) {
  return new Promise((found, failed) => {
    let output = "";
    const read = (chunk) => {
      output += chunk;
      if (/^Database {2}/m.test(output)) found(/^MockPortal +(\S+?)\/?$/m.exec(output)[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", failed);
    child.on("exit", (code) => failed(new Error(`The portal ended with code ${code}:\n${output}`)));
  });
}
