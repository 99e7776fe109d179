// Generates a fixture into a folder of the workspace, so that what it imports can be found.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { RouteConfig, z } from "@hono/zod-openapi";
import ts from "typescript";
import type { Bundle } from "../../../packages/contract/src/specification.ts";
import { generate } from "../../generate/generate.ts";
import type { Node } from "../../generate/nodes.ts";

export const FIXTURES = { orchard: "orchard/openapi.yaml", harbour: "harbour.yaml" };

export interface Built {
  document: Node & Bundle;
  componentSchemas: Record<string, z.ZodType>;
  routes: Record<string, RouteConfig>;
}

export function fixture(name: keyof typeof FIXTURES): string {
  return resolve(import.meta.dirname, "fixtures", FIXTURES[name]);
}

export async function folder(name: string): Promise<string> {
  const path = resolve(import.meta.dirname, ".tmp", name);
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
  return path;
}

/** Writes the generated files, each changed as the test wishes. */
export async function write(
  spec: string,
  out: string,
  change = (_: string, text: string) => text,
): Promise<void> {
  for (const [name, text] of await generate(spec, out)) await writeFile(join(out, name), change(name, text));
}

export async function load(out: string): Promise<Built> {
  const [bundle, schemas, routes] = await Promise.all([
    import(join(out, "openapi.json")),
    import(join(out, "schemas.ts")),
    import(join(out, "routes.ts")),
  ]);
  return { document: bundle.default, componentSchemas: schemas.componentSchemas, routes: routes.routes };
}

/** What the compiler, as strict as everywhere in this repository, says of the files. */
export function compile(files: string[]): string[] {
  const config = ts.readConfigFile(
    resolve(import.meta.dirname, "../../../tsconfig.base.json"),
    ts.sys.readFile,
  );
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, import.meta.dirname);
  const program = ts.createProgram(files, { ...options, types: [] });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, "\n");
    return `${file?.fileName.split("/").slice(-2).join("/")}: ${text}`;
  });
}
