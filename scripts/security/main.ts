// node scripts/security/main.ts [--check]: the generated tables of SECURITY.md and CONTRIBUTING.md.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { dependencyTable } from "./dependencies.ts";
import { namedTests, testFiles } from "./named-tests.ts";
import { problemsOf, readAttacks, readRequirements } from "./rows.ts";
import { asvsTable, attackTable } from "./tables.ts";

/** Puts the table between its two markers. */
export function replaceTable(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the markers of the table ${name} are missing`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
}

function documents(root: string): { problems: string[]; files: Map<string, string> } {
  const [attacks, requirements] = [readAttacks(), readRequirements()];
  const named = new Set(requirements.flatMap(({ tests }) => tests.map(([file]) => file)));
  // Reading all tests takes seconds, and few files say anything of the list.
  const tests = testFiles(root).flatMap((file) =>
    namedTests(root, file, (text) => named.has(file) || text.includes("[A")),
  );
  const read = (name: string) => readFileSync(join(root, name), "utf8");
  const attacked = replaceTable(read("SECURITY.md"), "attacks", attackTable(attacks, tests));
  const security = replaceTable(attacked, "asvs", asvsTable(requirements));
  const contributing = replaceTable(read("CONTRIBUTING.md"), "dependencies", dependencyTable(root));
  return {
    problems: problemsOf(attacks, requirements, tests),
    files: new Map([
      ["SECURITY.md", security],
      ["CONTRIBUTING.md", contributing],
    ]),
  };
}

export function run(args: string[], root = resolve(import.meta.dirname, "../..")): string[] {
  const { values } = parseArgs({ args, options: { check: { type: "boolean", default: false } } });
  const { problems, files } = documents(root);
  for (const [name, text] of files) {
    if (text === readFileSync(join(root, name), "utf8")) continue;
    if (values.check) problems.push(`${name} is stale: run \`npm run security:table\` and commit the result`);
    else writeFileSync(join(root, name), text);
  }
  return problems;
}

if (import.meta.main) {
  const problems = run(process.argv.slice(2));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
