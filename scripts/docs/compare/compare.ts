import type { Finding, Sides } from "./finding.ts";
import { compareGuide } from "./guide.ts";
import { compareOperations } from "./operations.ts";
import { compareSchemas } from "./schemas.ts";

/** Every fact as the documentation and the spec state it; a part that the facts lack is left out. */
export function compare(sides: Sides): Finding[] {
  return [...compareSchemas(sides), ...compareOperations(sides), ...compareGuide(sides)];
}
