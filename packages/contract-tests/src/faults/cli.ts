#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { formats } from "@fluxer-oauth2/contract/formats";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { loadSpec, NotOpenApi, type Spec } from "../engine/index.ts";
import { specFaults } from "./derive.ts";
import type { SpecFault } from "./fault.ts";
import { startFaultProxy } from "./proxy.ts";
import { sampleOf } from "./sample.ts";

const HELP = `fluxer-oauth2-faults: puts one fault in front of a server, so that its tests can be held against it

  --target URL     the server
  --fault NAME     the fault; without one the proxy changes nothing, which a test should bear too
  --port N         where to listen on this machine (a free port)
  --list           the names of all faults that the document gives, with what each does
  --sample         with --list: the hundred or so that npm run faults takes
  --spec FILE      another bundled OpenAPI 3.1 document, as JSON
  --help           this text

It prints its address and runs until it is stopped, then tells what the fault changed.
Exit code: 0, or 2 when it could not run.
`;

class UsageError extends Error {}

const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;
const OPTIONS = { target: TEXT, fault: TEXT, port: TEXT, spec: TEXT, list: FLAG, sample: FLAG, help: FLAG };

try {
  await main();
} catch (error) {
  if (!isForUser(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const values = parse();
  if (values.help) return void process.stdout.write(HELP);
  const spec = loadSpec(values.spec === undefined ? bundle : read(values.spec), formats);
  const all = specFaults(spec);
  if (values.list) {
    const shown = values.sample ? sampleOf(all) : all;
    return void process.stdout.write(shown.map(({ name, says }) => `${name}\n    ${says}\n`).join(""));
  }
  await serve(spec, all, values);
}

async function serve(spec: Spec, all: readonly SpecFault[], values: ReturnType<typeof parse>): Promise<void> {
  const { target = "", port } = values;
  if (!URL.canParse(target)) throw new UsageError("--target needs the URL of a server; --help tells more");
  const fault = all.find(({ name }) => name === values.fault);
  if (values.fault !== undefined && !fault)
    throw new UsageError(`there is no fault «${values.fault}»; --list shows all`);
  const proxy = await startFaultProxy({
    spec,
    target,
    fault,
    port: port === undefined ? undefined : Number(port),
  });
  process.stdout.write(`${proxy.url}\n${fault?.says ?? "No fault."}\n`);
  process.once("SIGINT", async () => {
    const changes = proxy.changes().map(({ request, what }) => `${request}: ${what}\n`);
    process.stdout.write(changes.length > 0 ? changes.join("") : "The fault has changed no answer.\n");
    await proxy.close();
  });
}

function parse() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new UsageError(`${file} cannot be read as JSON`);
  }
}

function isForUser(error: unknown): error is Error {
  return error instanceof UsageError || error instanceof NotOpenApi;
}
