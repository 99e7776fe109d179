/**
 * Reads documentation pages into the facts that `docs:check` holds the spec against.
 *
 *     node scripts/docs/facts.ts <page>… [--out openapi/docs-facts.json]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { type Output, relativePath, root } from "./cli.ts";
import type { Facts } from "./model.ts";
import { readPages, summary } from "./pages/read.ts";

const usage = `Usage: npm run docs:facts -- <page>… [--out openapi/docs-facts.json]

Reads pages of schemas and the guide page. A part (the schemas with their endpoints, or the guide)
of which no page is given is kept as the output file has it.

Exit status: 0 written, 2 wrong usage, or a page that cannot be read (nothing is written).`;

export function run(args: string[], { print, complain }: Output): number {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: "string", default: root("openapi/docs-facts.json") },
        help: { type: "boolean" },
      },
    });
    if (values.help) print(usage);
    else if (positionals.length === 0) throw new Error(`no page given\n\n${usage}`);
    else write(positionals, values.out, print);
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function write(pages: string[], out: string, print: Output["print"]): void {
  const read = readPages(pages.map((path) => ({ name: basename(path), text: readFileSync(path, "utf8") })));
  const before: Facts = existsSync(out) ? JSON.parse(readFileSync(out, "utf8")) : {};
  const { schemas, operations, guide } = { ...before, ...read };
  for (const part of ["schemas", "guide"] as const) {
    if (part in before && !(part in read))
      print(`kept as they were, since no page of theirs was given: ${part}`);
  }
  writeFileSync(out, `${JSON.stringify({ schemas, operations, guide }, null, 2)}\n`);
  print(`${relativePath(out)}: ${summary(read)}`);
}

if (import.meta.main)
  process.exitCode = run(process.argv.slice(2), { print: console.log, complain: console.error });
