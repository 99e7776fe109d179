import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { OperationId } from "@fluxer-oauth2/contract";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { operationTable } from "@fluxer-oauth2/contract/operations";
import type { Peer } from "./peer.ts";
import { run } from "./process.ts";
import type { Ready, Scene } from "./scene.ts";

const VERSION = "2.55.1";
const CACHE = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
  "fluxer-oauth2",
  `specmatic-${VERSION}`,
);
// The npm package's own command exits with 0 whatever happened; the jar in it does not, and writes a report.
const JAR = join(CACHE, "node_modules/specmatic/specmatic.jar");

export const specmatic: Peer = {
  tool: "Specmatic",
  version: VERSION,
  given:
    "A good request with its answer for each operation as an external example, and the Authorization header as a parameter; without the branches of the token form, the second way of client authentication, other media types, the pattern of redirect URIs (which it cannot parse) and the length of images; without its generative tests, which did not end within ten minutes on this document.",
  async prepare() {
    if (spawnSync("java", ["-version"]).error) return "there is no java; Specmatic needs version 17";
    if (existsSync(JAR)) return undefined;
    mkdirSync(CACHE, { recursive: true });
    const install = [
      "install",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      "--prefix",
      CACHE,
      `specmatic@${VERSION}`,
    ];
    const { status, stderr } = spawnSync("npm", install, { encoding: "utf8" });
    return status === 0 ? undefined : `npm could not install specmatic@${VERSION}: ${stderr}`;
  },
  async failures({ directory, url, scene }) {
    writeInputs(directory, scene);
    const args = [
      "test",
      "openapi.json",
      `--testBaseURL=${url}`,
      "--examples=openapi_examples",
      "--junitReportDir=junit",
    ];
    await run("java", ["-jar", JAR, ...args], directory, { SPECMATIC_GENERATIVE_TESTS: "false" });
    return failuresIn(readFileSync(join(directory, "junit/TEST-junit-jupiter.xml"), "utf8"));
  },
};

const OPERATIONS = new Map(
  Object.entries(operationTable).map(([id, { method, path }]) => [`${method.toUpperCase()} ${path}`, id]),
);

/** By operation, each by its name and which of those with that name it is: several tests share one. */
export function failuresIn(junit: string): Map<string, ReadonlySet<string>> {
  const failures = new Map<string, Set<string>>();
  const seen = new Map<string, number>();
  for (const [, attributes = "", , content = ""] of junit.matchAll(
    /<testcase\b([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g,
  )) {
    const [, name = ""] = /(?:^|\s)name="([^"]*)"/.exec(attributes) ?? [];
    const [, method, path = ""] = /Scenario: ([A-Z]+) (\S+) -/.exec(name) ?? [];
    const id = OPERATIONS.get(`${method} ${path.replaceAll(/\((\w+):\w+\)/g, "{$1}")}`);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (id === undefined || !content.includes("<failure")) continue;
    failures.set(id, (failures.get(id) ?? new Set()).add(`${name} ${count}`));
  }
  return failures;
}

type Node = Record<string, unknown>;
type Document = Node & {
  paths: Record<string, Record<string, Node>>;
  components: { schemas: Record<string, Node> };
};

/** The document as far as it can read it, and a good request with its answer for each operation. */
function writeInputs(directory: string, scene: Scene): void {
  mkdirSync(join(directory, "openapi_examples"), { recursive: true });
  writeFileSync(join(directory, "openapi.json"), JSON.stringify(readable(), undefined, 1));
  for (const [id, ready] of Object.entries(scene)) {
    const example = exampleOf(id as OperationId, ready);
    if (example)
      writeFileSync(join(directory, "openapi_examples", `${id}.json`), JSON.stringify(example, undefined, 1));
  }
}

/** Its security needs tokens by environment, one for each scheme; here the header is a parameter like any other. */
function readable(): Node {
  const document = structuredClone(bundle) as unknown as Document;
  delete document.security;
  simplify(document.components);
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      if (typeof operation !== "object" || !("operationId" in operation)) continue;
      const isPublic = isOpen(operation);
      delete operation.security;
      if (!isPublic) operation.parameters = [...((operation.parameters as unknown[]) ?? []), HEADER];
      narrowBody(operation);
    }
  }
  return withoutExamples(document) as Node;
}

/** It would mix the document's own examples, of requests and of answers, into combinations by the thousand. */
function withoutExamples(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutExamples);
  if (typeof node !== "object" || node === null) return node;
  const members = Object.entries(node).filter(([name, value]) => !isExample(name, value));
  return Object.fromEntries(members.map(([name, value]) => [name, withoutExamples(value)]));
}

function isExample(name: string, value: unknown): boolean {
  return name === "example" || (name === "examples" && typeof value === "object");
}

const HEADER = { name: "Authorization", in: "header", required: true, schema: { type: "string" } };

/** It cannot parse the pattern of a redirect URI, and calls a text of 14 million characters excessive. */
function simplify({ schemas }: { schemas: Record<string, Node> }): void {
  for (const [name, keyword] of TOO_MUCH) delete schemas[name]?.[keyword];
  // The client authenticates by Basic, and may not do so in both ways at once.
  for (const form of ["RevokeRequestForm", "IntrospectRequestForm"]) {
    const properties = schemas[form]?.properties as Node | undefined;
    delete properties?.client_id;
    delete properties?.client_secret;
  }
}

const TOO_MUCH = [
  ["OAuth2RedirectURICreateType", "pattern"],
  ["OAuth2RedirectURIUpdateType", "pattern"],
  ["Base64ImageType", "maxLength"],
] as const;

function isOpen(operation: Node): boolean {
  const security = (operation.security as Node[] | undefined) ?? [];
  return security.every((each) => Object.keys(each).length === 0);
}

/** It reads one media type of a body, and no form with branches. */
function narrowBody(operation: Node): void {
  const body = operation.requestBody as { content: Node } | undefined;
  if (!body) return;
  const [type = ""] = Object.keys(body.content);
  const media = body.content[type] as Node;
  if (operation.operationId === "exchangeOauth2Token") media.schema = CLIENT_GRANT;
  body.content = { [type]: media };
}

const CLIENT_GRANT = {
  type: "object",
  required: ["grant_type"],
  properties: { grant_type: { type: "string", enum: ["client_credentials"] }, scope: { type: "string" } },
};

function exampleOf(
  id: OperationId,
  { params = {}, query, authorization, json, form }: Ready,
): Node | undefined {
  const { method, path } = operationTable[id];
  const answer = successOf(path, method);
  if (!answer) return undefined;
  const headers = {
    ...(authorization !== undefined && { Authorization: authorization }),
    ...(json !== undefined && { "Content-Type": "application/json" }),
    ...(form && { "Content-Type": "application/x-www-form-urlencoded" }),
  };
  return {
    "http-request": {
      method: method.toUpperCase(),
      path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? ""),
      headers,
      ...(query && { query }),
      ...(json !== undefined && { body: json }),
      ...(form && { "form-fields": form }),
    },
    "http-response": answer,
  };
}

function successOf(path: string, method: string): Node | undefined {
  const operation = (bundle.paths as Record<string, Record<string, Node>>)[path]?.[method] as {
    responses: Record<string, Node>;
  };
  const [status, response] = Object.entries(operation.responses).find(([each]) => each.startsWith("2")) ?? [];
  if (response === undefined) return undefined;
  const content = (response.content ?? {}) as Record<
    string,
    { examples?: Record<string, { value: unknown }>; example?: unknown }
  >;
  const [type, media] = Object.entries(content)[0] ?? [];
  if (type === undefined || !media) return { status: Number(status) };
  const body = media.example ?? Object.values(media.examples ?? {})[0]?.value;
  const hasCacheControl = "Cache-Control" in ((response.headers as Node | undefined) ?? {});
  const headers = { "Content-Type": type, ...(hasCacheControl && { "Cache-Control": "no-store" }) };
  return { status: Number(status), headers, body };
}
