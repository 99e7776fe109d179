import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Grown, growthPage } from "./growth.ts";

export const GROWTH_PAGE = "growth.md";

/**
 * The page of growth.json, soak.json and churn.json. What was measured in parts lies in several files: growth-refresh.json,
 * growth-postgres.json and so on, one after the other.
 */
export function renderedGrowth(folder: string): { file: string; content: string }[] {
  const names = namesIn(folder);
  const of = (kind: keyof Grown) =>
    names
      .filter((name) => new RegExp(`^${kind}(-[a-z0-9-]+)?\\.json$`).test(name))
      .map((name): unknown => JSON.parse(readFileSync(join(folder, name), "utf8")));
  // Written by the commands of these names.
  const page = growthPage({ growth: of("growth"), soak: of("soak"), churn: of("churn") } as Grown);
  return page === undefined ? [] : [{ file: GROWTH_PAGE, content: page }];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
