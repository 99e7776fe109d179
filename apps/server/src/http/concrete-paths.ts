import { operationTable } from "@fluxer-oauth2/contract/operations";

/**
 * OpenAPI 3.1, 4.8.8: a path without parameters goes before one with them that fits as well, as `@me` before `{id}`. That holds for
 * the methods too which only the second takes. Maps each such path to the methods that it takes itself.
 */
export const concretePaths: ReadonlyMap<string, readonly string[]> = readConcretePaths();

function readConcretePaths(): Map<string, string[]> {
  const operations = Object.values(operationTable);
  const templates = operations.map(({ path }) => path).filter((path) => path.includes("{"));
  const patterns = templates.map((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`));
  const found = new Map<string, string[]>();
  for (const { path, method } of operations) {
    if (path.includes("{") || !patterns.some((pattern) => pattern.test(path))) continue;
    found.set(path, [...(found.get(path) ?? []), method.toUpperCase()]);
  }
  return found;
}
