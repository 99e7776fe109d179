import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";

import { readOptions } from "../src/cli/options.ts";
import { isForUser } from "../src/cli/usage.ts";

const cli = join(import.meta.dirname, "../src/cli.ts");
const directory = mkdtempSync(join(tmpdir(), "conformance-cli-"));
const { metadata } =
  bundle.paths["/.well-known/oauth-authorization-server"].get.responses["200"].content["application/json"]
    .examples;

let server: Server;
/** Milliseconds that the server takes its time for each answer. */
let slowness = 0;
let baseUrl: string;

/** Answers the metadata as documented, and everything else as if it were not there. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (slowness > 0) await new Promise((resolve) => setTimeout(resolve, slowness));
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

interface Ended {
  code: number;
  out: string;
  error: string;
}

function start(...args: string[]): Promise<Ended> {
  return startThen(() => undefined, ...args);
}

/** `meanwhile` is told each piece of what the command says of its progress. */
async function startThen(
  meanwhile: (child: ChildProcess, said: string) => unknown,
  ...args: string[]
): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { cwd: directory });
  child.stderr.on("data", (chunk) => meanwhile(child, String(chunk)));
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

const FILES = ["junit.xml", "exchanges.har", "findings.sarif", "report.html"];
const documentFile = fileURLToPath(import.meta.resolve("@fluxer-oauth2/contract/openapi.json"));

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
    expect(out).toMatch(
      /--base-url URL.*--config FILE.*--spec FILE.*--seed N.*--only PATTERN.*--report FORMATS.*--output DIR/s,
    );
    expect(code).toBe(0);
  });

  test.each([
    ["an option that is none", ["--bass-url", "http://x"], /^Unknown option '--bass-url'/],
    [
      "a folder that cannot be written, before it asks the server",
      ["--base-url", "http://127.0.0.1:1", "--report", "html", "--output", file("d.txt", "")],
      /^the reports cannot be written to .*d\.txt/,
    ],
    [
      "a server that is not there",
      ["--base-url", "http://127.0.0.1:1"],
      /^http:\/\/127\.0\.0\.1:1 cannot be reached \(GET .*fetch failed.*\)\. Is the server running there/m,
    ],
  ])("exits with 2 and a sentence for %s", async (_, args, message) => {
    const { code, out, error } = await start(...args);
    expect(error).toMatch(message);
    expect(error).not.toContain("    at ");
    expect(out).toBe("");
    expect(code).toBe(2);
  });

  test("lists the cases without asking any server", async () => {
    const { code, out } = await start("--list", "--only", "^login: ");
    expect(out).toMatch(/^(login: .+\n)+$/);
    expect(out).toContain("login: succeeds");
    expect(code).toBe(0);
  });

  test("writes the reports that it is asked for, when there are findings too, and says where they are", async () => {
    const only = ["--base-url", baseUrl, "--only", "^(login: succeeds|getAuthorizationServerMetadata: )"];
    const { code, out } = await start(...only, "--report", "junit,har,sarif,html");
    expect(code).toBe(1);
    expect(out).toContain(
      `Reports:\n${FILES.map((name) => `  ${join("conformance-report", name)}\n`).join("")}`,
    );
    const written = FILES.map((name) => readFileSync(join(directory, "conformance-report", name), "utf8"));
    expect(written.map((text) => text.slice(0, 5))).toEqual(["<?xml", '{\n "l', '{\n  "', "<!doc"]);
    const sarif = JSON.parse(written[2] ?? "");
    const location = sarif.runs[0].results[0].locations[0].physicalLocation;
    // Not below the folder that the command was called in, so it stands there as a whole.
    expect(fileURLToPath(location.artifactLocation.uri)).toBe(documentFile);
    const line = readFileSync(documentFile, "utf8").split("\n")[location.region.startLine - 1];
    expect(line).toMatch(/^ +"(?:responses|\d{3})": \{$/);
  });

  test("takes a document in YAML, points into that file, and leaves no report of an earlier run", async () => {
    const yaml = file("api.yaml", stringify(bundle));
    mkdirSync(join(directory, "out"));
    writeFileSync(join(directory, "out", "findings.sarif"), "old");
    const args = ["--base-url", baseUrl, "--spec", yaml, "--only", "^login: succeeds", "--output", "out"];
    const { code } = await start(...args, "--report", "sarif");
    expect(code).toBe(1);
    expect(readdirSync(join(directory, "out"))).toEqual(["findings.sarif"]);
    const sarif = JSON.parse(readFileSync(join(directory, "out", "findings.sarif"), "utf8"));
    const { artifactLocation, region } = sarif.runs[0].results[0].locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe("api.yaml");
    const lines = readFileSync(yaml, "utf8").split("\n");
    expect(lines[region.startLine - 1]).toMatch(/^ +(?:responses|"\d{3}"):$/);
    const unreachable = await start(
      "--base-url",
      "http://127.0.0.1:1",
      "--output",
      "out",
      "--report",
      "sarif",
    );
    expect(unreachable.code).toBe(2);
    expect(existsSync(join(directory, "out", "findings.sarif"))).toBe(false);
  });

  test("exits with 2 when the server goes away in the middle, with one line and what it saw until then", async () => {
    const mortal = createServer((_, response) => response.writeHead(404).end());
    await once(mortal.listen(0, "127.0.0.1"), "listening");
    const address = mortal.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const kill = (_: ChildProcess, said: string) => {
      if (!said.includes("20 %")) return;
      mortal.close();
      mortal.closeAllConnections();
    };
    const { code, out, error } = await startThen(kill, "--base-url", url);
    expect(code).toBe(2);
    expect(error).toMatch(
      /^The run ended early: the server no longer answers \(GET http:.*\)\. Is the server running/m,
    );
    expect(out).toContain("register 404 [undocumented-status]");
    expect(out).toContain("The run ended before its last case: the server no longer answers");
  });

  test("cleans up, reports and exits with 130 when it is interrupted", async () => {
    slowness = 20;
    const interrupt = (child: ChildProcess, said: string) => said.startsWith("0 %") && child.kill("SIGINT");
    const args = ["--base-url", baseUrl, "--report", "junit", "--output", "interrupted"];
    const { code, out, error } = await startThen(interrupt, ...args);
    slowness = 0;
    expect(error).toContain("Stopping after this case, then cleaning up.");
    expect(out).toContain("The run ended before its last case: it was interrupted.");
    expect(out).toContain("junit.xml");
    expect(existsSync(join(directory, "interrupted", "junit.xml"))).toBe(true);
    expect(code).toBe(130);
  });
});

describe("the command's options", () => {
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
    ["a password in the address", ["--base-url", "http://me:secret@x"], "--base-url must hold no password"],
    [
      "a report that is none",
      ["--base-url", "http://x", "--report", "junit,pdf"],
      "--report pdf is not known; there are junit, har, sarif, html",
    ],
    [
      "a document in pieces",
      [
        "--base-url",
        "http://x",
        "--spec",
        file("e.yaml", "openapi: 3.1.0\npaths:\n  /a:\n    $ref: a.yaml\n"),
      ],
      /refers to a\.yaml; bundle it into one file first/,
    ],
    [
      "a document that cannot be read as one",
      ["--base-url", "http://x", "--spec", file("f.yaml", "openapi: [3.1.0\n")],
      /f\.yaml is neither JSON nor YAML/,
    ],
    [
      "a document of another API",
      ["--base-url", "http://x", "--spec", file("g.yaml", "openapi: 3.1.0\npaths: {}\n")],
      /g\.yaml is no document of this API: it has no operation getAuthorizationServerMetadata, /,
    ],
  ])("are refused with a sentence for %s", (_, args, message) => {
    const refusal = refusalOf(args);
    expect(refusal?.message).toMatch(message);
    expect(isForUser(refusal)).toBe(true);
  });
});

function refusalOf(args: string[]): Error | undefined {
  try {
    readOptions(args);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
