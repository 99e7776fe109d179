// node scripts/generate/agreement/main.ts [--out folder] [--least 20000]
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { compare, report } from "./compare.ts";

const { values } = parseArgs({
  options: {
    out: {
      type: "string",
      default: resolve(import.meta.dirname, "../../../packages/contract/src/generated"),
    },
    least: { type: "string", default: "20000" },
  },
});
const load = (name: string, options?: ImportCallOptions) =>
  import(pathToFileURL(resolve(values.out, name)).href, options);
const { default: document } = await load("openapi.json", { with: { type: "json" } });
const generated = { ...(await load("schemas.ts")), ...(await load("routes.ts")) };
const agreement = compare(document, generated, Number(values.least));
console.log(report(agreement));
const enough = agreement.values >= Number(values.least) && agreement.neverAccepted.length === 0;
if (agreement.disagreements.length > 0 || !enough) process.exitCode = 1;
