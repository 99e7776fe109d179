import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/db/client.ts";
import { startServer } from "../support/server.ts";
import { createWire } from "../support/wire.ts";
import { createWorld } from "../support/world.ts";
import { startLoad } from "./load.ts";

const PAGE = 4096;
let directory: string;
let file: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "fluxer-files-"));
  file = join(directory, "fluxer.db");
});
afterEach(() => {
  chmodSync(directory, 0o755);
  rmSync(directory, { recursive: true });
});

const SECRET_KEY = "k".repeat(43);
const environment = () => ({ DATABASE_URL: `file:${file}`, RATE_LIMITS: "off", SECRET_KEY });

/** The files of a server that was killed under load: its last commits are in the log beside the database only. */
async function makeKilled(): Promise<void> {
  const db = await openDatabase({ url: `file:${file}` });
  const world = await createWorld(db);
  const client = await world.addClient(await world.addPerson());
  await db.close();
  const server = await startServer(environment());
  const load = startLoad(createWire(server.url), client);
  await load.reached(200, 50);
  server.process.kill("SIGKILL");
  await load.stop();
  await server.stop();
}

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const NOTHING = digest(Buffer.alloc(0));
const FILES = ["", "-wal"];
const contents = () =>
  FILES.map((suffix) => (existsSync(file + suffix) ? digest(readFileSync(file + suffix)) : NOTHING));

function overwrite(path: string, at: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xff, at, at + length);
  writeFileSync(path, bytes);
}

/** Root may write whatever it likes, so there the server is somebody else. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const DAMAGED = "is not an intact SQLite database: restore it from a backup";

async function expectUntouched(message: string, identity = {}): Promise<void> {
  const before = contents();
  const started = startServer(environment(), identity).then(({ stop }) => stop());
  await expect(started).rejects.toThrow(new RegExp(`exited with 1:\n[^\n]*${message}[^\n]*\n$`));
  expect(contents()).toEqual(before);
}

describe("a server that cannot use its database says so in one line, exits with 1, and leaves every byte as it was", () => {
  const damages: [string, () => void][] = [
    [
      "the file is no database",
      () => writeFileSync(file, "no database, but long enough for one".repeat(500)),
    ],
    ["the file is cut short", () => truncateSync(file, PAGE)],
  ];
  // The first page may be whole in the log of a killed server, and then all is well.
  const damagesToFirstPage: [string, () => void][] = [
    ["the header is damaged", () => overwrite(file, 0, 100)],
    ["the schema is damaged", () => overwrite(file, 100, PAGE - 100)],
  ];

  it.each([...damages, ...damagesToFirstPage])("%s", async (_, damage) => {
    await (await openDatabase({ url: `file:${file}` })).close();
    damage();
    await expectUntouched(DAMAGED);
  });

  it.each(damages)("%s, and the server was killed before", async (_, damage) => {
    await makeKilled();
    damage();
    await expectUntouched(DAMAGED);
  });

  it("the file may not be written", async () => {
    await (await openDatabase({ url: `file:${file}` })).close();
    chmodSync(file, 0o444);
    chmodSync(directory, 0o755);
    await expectUntouched("cannot be opened for writing: let the server's account write the file", nobody);
  });

  it("the directory may not be written", async () => {
    await (await openDatabase({ url: `file:${file}` })).close();
    chmodSync(file, 0o666);
    chmodSync(directory, 0o555);
    await expectUntouched("cannot be opened for writing: let the server's account write the file", nobody);
  });
});
