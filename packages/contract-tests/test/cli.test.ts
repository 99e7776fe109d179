import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const cli = join(import.meta.dirname, "../src/cli.ts");
const directory = mkdtempSync(join(tmpdir(), "conformance-cli-"));
const { metadata } =
  bundle.paths["/.well-known/oauth-authorization-server"].get.responses["200"].content["application/json"]
    .examples;

let server: Server;
let baseUrl: string;

/** Answers the metadata as documented, and everything else as if it were not there. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const isThere = request.url?.endsWith("/.well-known/oauth-authorization-server") === true;
    const nothing = { code: "NOT_FOUND", message: "There is nothing here." };
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isThere ? metadata.value : nothing));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});

afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

async function start(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const child = spawn(process.execPath, [cli, ...args]);
  const [out, error]: string[][] = [[], []];
  child.stdout.on("data", (chunk) => out?.push(String(chunk)));
  child.stderr.on("data", (chunk) => error?.push(String(chunk)));
  const [code] = await once(child, "close");
  return { code: Number(code), out: out?.join("") ?? "", error: error?.join("") ?? "" };
}

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

describe("fluxer-oauth2-conformance", { timeout: 60_000 }, () => {
  test("exits with 0 when nothing was found", async () => {
    const { code, out } = await start(
      "--base-url",
      baseUrl,
      "--only",
      "^getAuthorizationServerMetadata: succeeds",
    );
    expect(out).toContain("2 cases, 2 requests");
    expect(out).toMatch(/No findings\.\n$/);
    expect(code).toBe(0);
  });

  test("exits with 1 when a server is not one of this API, and says what was missed", async () => {
    const { code, out, error } = await start("--base-url", baseUrl, "--seed", "5");
    expect(out).toContain("seed 5");
    expect(out).toContain("register 404 [undocumented-status] the status 404 is not documented");
    expect(out).toContain("getGuild [preparation] register answered 404 NOT_FOUND to a valid request");
    expect(out).toContain("getGuild [not-reached] no answer had the documented status 200");
    expect(error).toMatch(/^0 % of \d+ cases/);
    expect(code).toBe(1);
  });

  test("exits with 0 and tells its options when asked for help", async () => {
    const { code, out } = await start("--help");
    expect(out).toMatch(/--base-url URL.*--config FILE.*--spec FILE.*--seed N.*--only PATTERN/s);
    expect(code).toBe(0);
  });

  test.each([
    ["no address", [], "--base-url is missing"],
    ["an address that is none", ["--base-url", "localhost"], "--base-url localhost is no URL"],
    ["an option that is none", ["--bass-url", "http://x"], "Unknown option '--bass-url'"],
    [
      "a seed that is no number",
      ["--base-url", "http://x", "--seed", "one"],
      "--seed one is no whole number",
    ],
    [
      "a pattern that is none",
      ["--base-url", "http://x", "--only", "("],
      "--only ( is no regular expression",
    ],
    [
      "a missing file",
      ["--base-url", "http://x", "--config", "/nowhere.json"],
      "/nowhere.json cannot be read",
    ],
    [
      "a document that is no OpenAPI",
      ["--base-url", "http://x", "--spec", file("a.json", "{}")],
      "not an OpenAPI 3.1",
    ],
    [
      "a configuration that is no object",
      ["--base-url", "http://x", "--config", file("b.json", "[]")],
      "no JSON object",
    ],
    [
      "settings that do not exist or are wrong",
      [
        "--base-url",
        "http://x",
        "--config",
        file("c.json", '{"rateLimit":true,"maxWait":"1","adminApplication":{}}'),
      ],
      /rateLimit is not a setting; there are adminApplication, .*adminApplication must be an object with client_id.*maxWait must be a number of seconds/s,
    ],
    [
      "a server that is not there",
      ["--base-url", "http://127.0.0.1:1"],
      /GET http:\/\/127\.0\.0\.1:1\/\S+: fetch failed/,
    ],
  ])("exits with 2 and a sentence for %s", async (_, args, message) => {
    const { code, out, error } = await start(...args);
    expect(error).toMatch(message);
    expect(error).not.toContain("    at ");
    expect(out).toBe("");
    expect(code).toBe(2);
  });
});
