import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { expectKept, expectNoHalves } from "../faults/kept.ts";
import { startLoad } from "../faults/load.ts";
import { describeDatabases, testDatabases } from "../support/databases.ts";
import { type RunningServer, startCluster } from "../support/server.ts";
import { dump } from "../support/tables.ts";
import { tell } from "../support/tell.ts";
import { createWire } from "../support/wire.ts";
import { createWorld } from "../support/world.ts";

const SECRET_KEY = "k".repeat(43);
const program = join(import.meta.dirname, "../../src/cluster.ts");

/** The processes that one has started and that run. */
function workersOf({ process: { pid } }: RunningServer): number[] {
  if (!existsSync(`/proc/${pid}/task`)) return [];
  return readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" "))
    .filter((child) => child !== "")
    .map(Number);
}

const messages = (server: RunningServer) =>
  server
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line): string => JSON.parse(line).msg);

describeDatabases("start:cluster", (open) => {
  it("replaces a worker that dies and, on SIGHUP, all of them, without a refused request; on SIGTERM it ends with 0", async () => {
    const url = await open.newUrl();
    const world = await createWorld(await open({ url }));
    const client = await world.addClient(await world.addPerson());
    const settings = { RATE_LIMITS: "off", REFRESH_RETRY_WINDOW: "300", LOG_LEVEL: "info", WORKERS: "2" };
    const server = await startCluster({ DATABASE_URL: url, SECRET_KEY, ...settings });
    onTestFinished(async () => void (await server.stop()));
    await expect.poll(() => workersOf(server), { timeout: 20_000 }).toHaveLength(2);
    await expect.poll(() => messages(server), { timeout: 20_000 }).toContain("all workers listen");
    const holders = (await dump(world.db)).get("workerLeases") ?? [];
    expect(new Set(holders.map(({ holder }) => holder)).size).toBe(2);

    const wire = createWire(server.url);
    const load = startLoad(wire, client);
    await load.reached(200, 50);
    const [victim = 0, ...others] = workersOf(server);
    process.kill(victim, "SIGKILL");
    await expect
      .poll(() => messages(server), { timeout: 20_000 })
      .toContain("a worker took the place of one that ended");
    await load.reached(200, 50);
    const broken = load.failures.length;
    expect(load.failures.filter((code) => code === "ECONNREFUSED")).toEqual([]);

    const before = workersOf(server);
    expect(before).toEqual(expect.arrayContaining(others));
    expect(before).not.toContain(victim);
    server.process.kill("SIGHUP");
    await expect.poll(() => messages(server), { timeout: 40_000 }).toContain("all workers are replaced");
    await load.reached(200, 50);
    expect(workersOf(server).filter((pid) => before.includes(pid))).toEqual([]);
    expect(workersOf(server)).toHaveLength(2);

    await load.stop();
    // A rolling restart breaks nothing.
    expect(load.failures).toHaveLength(broken);
    expect([...load.statuses.keys()].filter((status) => status !== 0)).toEqual([200]);
    await expectNoHalves(world.db);
    const kept = await expectKept(wire, client, load);
    wire.close();
    server.process.kill("SIGTERM");
    expect(await server.exited).toBe(0);
    tell(`start:cluster, ${open.dialect}`, { requests: load.answers.length, broken, kept });
  }, 120_000);
});

describe("start:cluster", () => {
  const open = testDatabases("sqlite");

  it("[A38] has one limit, whichever worker answers", async () => {
    const server = await startCluster({ DATABASE_URL: await open.newUrl(), SECRET_KEY, WORKERS: "2" });
    onTestFinished(async () => void (await server.stop()));
    await expect.poll(() => workersOf(server), { timeout: 20_000 }).toHaveLength(2);
    const login = async () => {
      const body = JSON.stringify({ email: "no@example.com", password: "wrong password" });
      // A connection of its own each time, so that the workers take turns.
      const headers = { "content-type": "application/json", connection: "close" };
      return (await fetch(`${server.url}/auth/login`, { method: "POST", headers, body })).status;
    };
    const statuses = await Promise.all(Array.from({ length: 16 }, login));
    expect(statuses.toSorted()).toEqual([...Array(10).fill(400), ...Array(6).fill(429)]);
  }, 60_000);

  it("that cannot start says why once, and exits with 1", async () => {
    const started = startCluster({
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
      SECRET_KEY,
      WORKERS: "4",
    });
    await expect(started).rejects.toThrow(/exited with 1:\n[^\n]*does not answer: start it[^\n]*\n$/);
  }, 60_000);

  it("gives up, and says so, when workers end as fast as they are started", async () => {
    const settings = { DATABASE_URL: await open.newUrl(), SECRET_KEY, WORKERS: "1", LOG_LEVEL: "info" };
    const server = await startCluster(settings);
    onTestFinished(async () => void (await server.stop()));
    const killing = setInterval(() => {
      for (const pid of workersOf(server)) process.kill(pid, "SIGKILL");
    }, 100);
    server.process.once("exit", () => clearInterval(killing));
    expect(await server.exited).toBe(1);
    // What a process has written is heard of after its end, and a last worker's lines may come later still.
    await expect
      .poll(() => messages(server), { timeout: 10_000 })
      .toContain("workers end as fast as they are started: giving up");
  }, 60_000);

  it("explains itself", () => {
    expect(execFileSync(process.execPath, [program, "--help"], { encoding: "utf8" })).toMatch(
      /^usage: npm run start:cluster/,
    );
  });
});
