import type { CoverageItem, ItemKind } from "../../run/coverage.ts";

interface KindText {
  /** For the head of a narrow column. */
  short: string;
  many: string;
}

/** In the order of the columns: what is sent, then what is answered. */
export const KINDS: Readonly<Record<ItemKind, KindText>> = {
  "security alternative": { short: "Security", many: "Security alternatives" },
  parameter: { short: "Params", many: "Parameters" },
  "request media type": { short: "Media", many: "Request media types" },
  example: { short: "Examples", many: "Examples" },
  keyword: { short: "Keywords", many: "Keywords, at and beyond their limits" },
  "enum value": { short: "Enums", many: "Enum values" },
  "response property": { short: "Properties", many: "Response properties" },
};

/** Those that the run has anything to say of. */
export function kindsIn(items: readonly CoverageItem[]): ItemKind[] {
  const present = new Set(items.map(({ kind }) => kind));
  return (Object.keys(KINDS) as ItemKind[]).filter((kind) => present.has(kind));
}
