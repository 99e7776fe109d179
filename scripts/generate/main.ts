// node scripts/generate/main.ts [--check] [--spec file] [--out folder]
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./generate.ts";
import { SpecificationError } from "./nodes.ts";

async function write(files: Map<string, string>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all([...files].map(([name, text]) => writeFile(join(folder, name), text)));
}

/** The files of the folder that are not what the generator makes now. */
async function stale(files: Map<string, string>, folder: string): Promise<string[]> {
  const present = await readdir(folder).catch(() => []);
  const unknown = present
    .filter((name) => !files.has(name))
    .map((name) => `${join(folder, name)} is not generated`);
  const compared = [...files].map(async ([name, text]) => {
    const current = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (current === undefined) return [`${join(folder, name)} is missing`];
    return current === text ? [] : [`${join(folder, name)} is stale`];
  });
  return [...(await Promise.all(compared)).flat(), ...unknown];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      spec: { type: "string", default: resolve(import.meta.dirname, "../../openapi/openapi.yaml") },
      out: { type: "string", default: resolve(import.meta.dirname, "../../packages/contract/src/generated") },
    },
  });
  const files = await generate(values.spec, values.out);
  if (!values.check) return write(files, values.out);
  const problems = await stale(files, values.out);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error("Run `npm run generate` and commit the result.");
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof SpecificationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
