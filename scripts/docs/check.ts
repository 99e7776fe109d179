/**
 * Holds the spec against the facts of the documentation.
 *
 *     node scripts/docs/check.ts [--spec …] [--facts …] [--divergences …]
 */
import { parseArgs } from "node:util";
import { type Output, root } from "./cli.ts";
import { compare } from "./compare/compare.ts";
import { judge, readDivergences, type Verdict } from "./divergences.ts";
import type { Facts } from "./model.ts";
import { Place, UnreadableError } from "./spec/place.ts";
import { readSpec } from "./spec/read.ts";

const usage = `Usage: npm run docs:check -- [options]

Every fact of the documentation must be in the spec, or in the list of divergences with a reason.

  --spec <file>         default openapi/openapi.yaml
  --facts <file>        default openapi/docs-facts.json, written by docs:facts
  --divergences <file>  default openapi/divergences.yaml

Exit status: 0 all facts are held or listed, 1 differences, 2 wrong usage or an unreadable file.`;

export function run(args: string[], { print, complain }: Output): number {
  try {
    const { values } = parseArgs({
      args,
      options: {
        spec: { type: "string", default: root("openapi/openapi.yaml") },
        facts: { type: "string", default: root("openapi/docs-facts.json") },
        divergences: { type: "string", default: root("openapi/divergences.yaml") },
        help: { type: "boolean" },
      },
    });
    if (values.help) {
      print(usage);
      return 0;
    }
    const verdict = check(values.spec, values.facts, values.divergences, print);
    for (const { text } of verdict.differences) print(text);
    print(summary(verdict));
    return verdict.differences.length === 0 ? 0 : 1;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function check(
  specPath: string,
  factsPath: string,
  divergencesPath: string,
  print: Output["print"],
): Verdict {
  const source = Place.open(factsPath);
  const facts = readFacts(source);
  if (!facts.schemas) print("not compared, since the facts hold none: schemas, operations");
  if (!facts.guide) print("not compared, since the facts hold none: guide");
  return judge(compare({ facts, source, spec: readSpec(specPath) }), readDivergences(divergencesPath));
}

function readFacts(source: Place): Facts {
  const facts = source.value as Facts | null; // written by docs:facts, which is typed
  if (facts?.schemas || facts?.guide) return facts;
  throw new UnreadableError(`${source.where}: no facts as docs:facts writes them`);
}

function summary({ held, diverging, differences }: Verdict): string {
  const kinds = Map.groupBy(held, ({ kind }) => kind);
  const counts = [...kinds].map(([kind, findings]) => `${findings.length} ${kind}`).join(", ");
  return [
    `${held.length} facts held (${counts})`,
    `${diverging.length} diverging as listed`,
    `${differences.length} ${differences.length === 1 ? "difference" : "differences"}`,
  ].join("; ");
}

if (import.meta.main)
  process.exitCode = run(process.argv.slice(2), { print: console.log, complain: console.error });
