import { isObject } from "../json.ts";
import { applicable, describesMembers, itemSchemas, memberSchemas, type Reader } from "../spec/applicable.ts";
import { pointerTo } from "../spec/pointer.ts";

/**
 * The members of a value that no schema of the document names, as JSON Pointers. The document's own schemas are open, so
 * that it can grow; a server that sends what is not documented is still wrong. Adding `additionalProperties: false` to
 * each schema would close `allOf` against itself; here every schema that applies to a value may name its members.
 */
export function undocumentedMembers(reader: Reader, schema: string, value: unknown): string[] {
  const found: string[] = [];
  visit(reader, [schema], value, "", found);
  return found;
}

function visit(reader: Reader, schemas: string[], value: unknown, at: string, found: string[]): void {
  if (Array.isArray(value)) {
    const all = schemas.flatMap((schema) => applicable(reader, schema, value));
    value.forEach((item, index) => {
      const inner = all.flatMap((each) => itemSchemas(each, index));
      visit(reader, inner, item, pointerTo(at, index), found);
    });
  }
  if (!isObject(value)) return;
  const all = schemas.flatMap((schema) => applicable(reader, schema, value));
  const isClosed = all.some(describesMembers);
  for (const [name, member] of Object.entries(value)) {
    const inner = all.flatMap((each) => memberSchemas(each, name));
    const place = pointerTo(at, name);
    if (inner.length > 0) visit(reader, inner, member, place, found);
    else if (isClosed) found.push(place);
  }
}
