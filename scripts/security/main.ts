// node scripts/security/main.ts [--check]: the generated tables of SECURITY.md and CONTRIBUTING.md.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { withGenerated } from "../markdown/generated.ts";
import { dependencyTable } from "./dependencies.ts";
import { namedTests, testFiles } from "./named-tests.ts";
import { problemsOf, readAttacks, readRequirements } from "./rows.ts";
import { asvsTable, attackTable } from "./tables.ts";

function documents(root: string): { problems: string[]; files: Map<string, string> } {
  const [attacks, requirements] = [readAttacks(), readRequirements()];
  const named = new Set(requirements.flatMap(({ tests }) => tests.map(([file]) => file)));
  // Reading all tests takes seconds, and few files say anything of the list.
  const tests = testFiles(root).flatMap((file) =>
    namedTests(root, file, (text) => named.has(file) || text.includes("[A")),
  );
  const read = (name: string) => readFileSync(join(root, name), "utf8");
  const attacked = withGenerated(read("SECURITY.md"), "attacks", attackTable(attacks, tests));
  const security = withGenerated(attacked, "asvs", asvsTable(requirements));
  const contributing = withGenerated(read("CONTRIBUTING.md"), "dependencies", dependencyTable(root));
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
