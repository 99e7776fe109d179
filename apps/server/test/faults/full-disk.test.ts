import { writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../src/db/client.ts";
import { requests } from "../support/requests.ts";
import { startServer } from "../support/server.ts";
import { tell } from "../support/tell.ts";
import { createWire } from "../support/wire.ts";
import { createWorld } from "../support/world.ts";
import { makeDisk } from "./disk.ts";
import { expectKept, expectNoHalves } from "./kept.ts";
import { startLoad } from "./load.ts";

it("[A29] on a full disk writes are refused as 503, a revocation as well, reads go on, and with space all does", async ({
  skip,
}) => {
  const disk = makeDisk("2m") ?? skip("no file system can be mounted here");
  onTestFinished(() => disk.remove());
  const file = join(disk.path, "fluxer.db");
  const url = `file:${file}`;
  const db = await openDatabase({ url });
  const world = await createWorld(db);
  const client = await world.addClient(await world.addPerson());
  const codes = await Promise.all(Array.from({ length: 20 }, async () => (await world.addCode(client)).code));
  await db.close();

  const environment = {
    DATABASE_URL: url,
    RATE_LIMITS: "off",
    REFRESH_RETRY_WINDOW: "300",
    LOG_LEVEL: "fatal",
  };
  const server = await startServer(environment);
  onTestFinished(async () => void (await server.stop()));
  const wire = createWire(server.url);
  const exchanged = await Promise.all(codes.map((code) => wire.send(requests.exchange(client, code))));
  const load = startLoad(wire, client);
  await load.reached(503, 50);

  const status = async (asked: Parameters<typeof wire.send>[0]) => (await wire.send(asked)).status;
  // Now and then a little room comes free in the log, and a small write finds it: then it has to be done, else not.
  const revocations = new Map<string, number>();
  for (const { body } of exchanged) {
    const { access_token: access = "", refresh_token: refresh = "" } = body;
    const revoked = await status(requests.revoke(client, refresh));
    revocations.set(refresh, revoked);
    expect([200, 503]).toContain(revoked);
    expect(await status(requests.me(access))).toBe(revoked === 200 ? 401 : 200);
  }
  expect([...revocations.values()]).toContain(503);
  expect(await status({ method: "GET", path: "/healthz" })).toBe(200);

  disk.resize("64m");
  await load.reached(200, 100);
  await load.stop();
  for (const token of revocations.keys()) expect(await status(requests.revoke(client, token))).toBe(200);
  expect([...load.statuses.keys()].toSorted()).toEqual([200, 503]);
  const kept = await expectKept(wire, client, load);
  expect(await server.stop()).toBe(0);

  const after = new BetterSqlite3(file);
  expect(after.pragma("integrity_check", { simple: true })).toBe("ok");
  after.close();
  const again = await openDatabase({ url });
  await expectNoHalves(again);
  await again.close();
  tell("full disk", { kept, refused: load.statuses.get(503) ?? 0 });
}, 60_000);

it("on a full disk the server does not start, and says why", async ({ skip }) => {
  const disk = makeDisk("64k") ?? skip("no file system can be mounted here");
  onTestFinished(() => disk.remove());
  expect(() => writeFileSync(join(disk.path, "ballast"), Buffer.alloc(100_000))).toThrow("ENOSPC");
  const started = startServer({ DATABASE_URL: `file:${join(disk.path, "fluxer.db")}` });
  await expect(started).rejects.toThrow(/exited with 1:\n.*the disk is full: free some space/);
});
