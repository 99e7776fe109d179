import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../support/server.ts";

const main = join(import.meta.dirname, "../../src/main.ts");
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "fluxer-main-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Starts the server where it cannot start. */
function fail(environment: Record<string, string>) {
  const env = { PATH: process.env.PATH, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
    cwd: directory,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("the command", () => {
  it("names every wrong variable, starts nothing and exits with 1", () => {
    const { status, stdout, stderr } = fail({ PORT: "http", RATE_LIMITS: "maybe", SECRET_KEY: "canary" });
    expect(status).toBe(1);
    expect(stderr.split("\n").map((line) => line.trim().split(" ")[0])).toEqual(
      expect.arrayContaining(["PORT", "RATE_LIMITS", "SECRET_KEY"]),
    );
    expect(stderr).not.toContain("    at ");
    expect(stdout + stderr).not.toContain("canary");
    expect(existsSync(join(directory, "data"))).toBe(false);
  });

  it("reads .env of its working directory, where the environment itself says nothing", () => {
    writeFileSync(join(directory, ".env"), "PORT=http\nRATE_LIMITS=maybe\n");
    const { status, stderr } = fail({ RATE_LIMITS: "off" });
    expect(status).toBe(1);
    expect(stderr).toContain("PORT");
    expect(stderr).not.toContain("RATE_LIMITS");
  });

  it("says in one line that its address is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { status, stderr } = fail({ PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(stderr).toMatch(/EADDRINUSE/);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("makes its data directory, key and database on the first start, for its owner only", async () => {
    const server = await startServer({ DATA_DIR: directory, DATABASE_URL: `file:${directory}/fluxer.db` });
    await server.stop();
    for (const file of ["server.key", "fluxer.db"]) {
      expect([file, statSync(join(directory, file)).mode & 0o777]).toEqual([file, 0o600]);
    }
  });

  it("says where to go next, and logs one JSON object on each line of standard output", async () => {
    const server = await startServer({ LOG_LEVEL: "info" });
    await fetch(`${server.url}/users/@me?x=%0a{"level":30}`);
    await server.stop();
    expect(server.output()).toContain(`Open ${server.url} to sign up or sign in.`);
    const lines = server
      .output()
      .split("\n")
      .filter((line) => line.startsWith("{"));
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      "listening",
      "request refused",
      "stopping",
      "stopped",
    ]);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "on %s it answers what it began, whole, and exits with 0",
    async (signal) => {
      const server = await startServer({ RATE_LIMITS: "off" });
      const statuses: number[] = [];
      const untilRefused = async () => {
        for (;;) {
          const path = "/.well-known/oauth-authorization-server";
          const response = await fetch(server.url + path).catch(() => undefined);
          if (response === undefined) return;
          statuses.push(response.status);
          await response.json();
        }
      };
      const clients = Array.from({ length: 8 }, untilRefused);
      await new Promise((resolve) => setTimeout(resolve, 200));
      server.process.kill(signal);
      await Promise.all(clients);
      expect(await server.exited).toBe(0);
      await server.stop();
      expect(new Set(statuses)).toEqual(new Set([200]));
    },
  );

  it("on a second signal it ends at once, with 1, whatever has been begun", async () => {
    const server = await startServer({ LOG_LEVEL: "info" });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    const begun = `POST /oauth2/token HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n`;
    socket.write(begun);
    await once(socket, "data");
    server.process.kill("SIGTERM");
    await expect.poll(server.output).toContain('"msg":"stopping"');
    server.process.kill("SIGINT");
    expect(await server.exited).toBe(1);
    expect(server.output()).not.toContain('"msg":"stopped"');
    socket.destroy();
    await server.stop();
  });
});
