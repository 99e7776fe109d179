// From the YAML files to the text of every generated file.
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { apiFile } from "./api.ts";
import { assignabilityFile } from "./assignability.ts";
import { bundle, Specification } from "./bundle.ts";
import { callsFile } from "./calls.ts";
import { operationsFile } from "./operations.ts";
import { routesFile } from "./routes.ts";
import { Schemas } from "./schema/schemas.ts";
import { schemasFile } from "./schemas-file.ts";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const SUPPORT = resolve(ROOT, "packages/contract/src");

export async function generate(specFile: string, outFolder: string): Promise<Map<string, string>> {
  const document = await bundle(specFile);
  const specification = new Specification(document);
  const schemas = new Schemas(specification);
  const support = relative(outFolder, SUPPORT);
  const source = relative(ROOT, resolve(specFile));
  const header = `// Generated from ${source} by \`npm run generate\`; do not edit.\n\n`;
  const code = {
    "schemas.ts": schemasFile(schemas, support),
    "routes.ts": routesFile(specification, schemas, support),
    "operations.ts": operationsFile(specification),
    "calls.ts": callsFile(specification),
    "assignability.ts": assignabilityFile(schemas),
    "api.ts": await apiFile(document),
  };
  return new Map([
    ["openapi.json", `${JSON.stringify(document, null, 2)}\n`],
    ...Object.entries(code).map(([name, text]): [string, string] => [name, header + text]),
  ]);
}
