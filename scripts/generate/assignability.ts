// assignability.ts: a file that compiles only if zod and openapi-typescript mean the same type by each schema.
import { identifier, literal } from "./print.ts";
import type { Schemas } from "./schema/schemas.ts";
import { definition } from "./schemas-file.ts";

const HEAD = `import type { z } from "@hono/zod-openapi";
import type { components } from "./api.ts";
import type * as schemas from "./schemas.ts";

type Api = components["schemas"];
type IsAny<T> = 0 extends 1 & T ? true : false;
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
// An optional member that only one side has would escape Mutual, and so would an any.
type Complete<T> = IsAny<T> extends true ? { any: never } : T extends object ? { [K in keyof T]-?: Complete<T[K]> } : T;
type Same<A, B> = Mutual<A, B> extends true ? Mutual<Complete<A>, Complete<B>> : false;
type Proof<T extends true> = T;
`;

export function assignabilityFile(schemas: Schemas): string {
  const proofs = schemas.names.map((name) => {
    const schema = schemas.isRecursive(name) ? definition(name) : identifier(name);
    return `export type ${identifier(name)} = Proof<Same<z.output<typeof schemas.${schema}>, Api[${literal(name)}]>>;\n`;
  });
  return `${HEAD}\n${proofs.join("")}`;
}
