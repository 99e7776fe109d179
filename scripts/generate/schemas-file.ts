// schemas.ts: one zod schema for each component schema.
import { asNode, fail, isNode, type Pointer } from "./nodes.ts";
import { enclose, identifier, literal, propertyName } from "./print.ts";
import type { Schemas } from "./schema/schemas.ts";
import { Translator } from "./schema/translate.ts";

function head(code: string, support: string): string {
  return [
    `import { z } from "@hono/zod-openapi";`,
    ...(code.includes("keywords.") ? [`import * as keywords from "${support}/keywords.ts";`] : []),
    `import { specification } from "${support}/specification.ts";`,
    ...(code.includes("components[") ? [`import type { components } from "./api.ts";`] : []),
    `import bundle from "./openapi.json" with { type: "json" };`,
    "",
    "const { component } = specification(bundle);",
    "",
  ].join("\n");
}

export function schemasFile(schemas: Schemas, support: string): string {
  checkIdentifiers(schemas);
  const translator = new Translator(schemas);
  const order = schemas.inOrder();
  const lazy = order.filter((name) => schemas.isRecursive(name)).map(lazily);
  const all = order.map((name) => declaration(translator, name));
  const code = [...lazy, ...all, registry(schemas)].join("\n");
  return `${head(code, support)}\n${code}`;
}

/** The schema that a recursive component is made of, before it is put behind its lazy name. */
export function definition(name: string): string {
  return `${identifier(name)}Definition`;
}

// Typed by api.ts, because a type cannot be inferred from itself; assignability.ts holds its definition against the same type.
function lazily(name: string): string {
  const type = `z.ZodType<components["schemas"][${literal(name)}]>`;
  const id = identifier(name);
  return `export const ${id}: ${type} = component(\n  ${literal(name)},\n  z.lazy(() => ${definition(name)}),\n);\n`;
}

function declaration(translator: Translator, name: string): string {
  const { value, at } = translator.schemas.get(name, "#");
  const expression = translator.translate(value, at);
  const recursive = translator.schemas.isRecursive(name);
  if (recursive) return `${comment(value, at)}export const ${definition(name)} = ${expression.code};\n`;
  // The library would mix the metadata of what is inside a nullable into the component's own.
  const code = expression.kind === "nullable" ? `z.lazy(() => ${expression.code})` : expression.code;
  const hugs = code.includes("\n") && /[})\]]$/.test(code);
  const call = hugs
    ? `component(${literal(name)}, ${code})`
    : enclose("component(", [literal(name), code], ")");
  return `${comment(value, at)}export const ${identifier(name)} = ${call};\n`;
}

function comment(value: unknown, at: Pointer): string {
  const description = isNode(value as never) ? asNode(value as never, at).description : undefined;
  if (typeof description !== "string") return "";
  return `/** ${description.trim().replace(/\s+/g, " ").replaceAll("*/", "*\\/")} */\n`;
}

function registry(schemas: Schemas): string {
  const lines = schemas.names.map((name) => {
    const id = identifier(name);
    return id === name ? id : `${propertyName(name)}: ${id}`;
  });
  const body = lines.map((line) => `  ${line},\n`).join("");
  return `/** Every schema under the name that the document gives it. */\nexport const componentSchemas = {\n${body}};\n`;
}

function checkIdentifiers(schemas: Schemas): void {
  const taken = new Map<string, string>();
  for (const name of schemas.names) {
    for (const id of schemas.isRecursive(name) ? [identifier(name), definition(name)] : [identifier(name)]) {
      const other = taken.get(id);
      if (other !== undefined)
        fail(schemas.get(name, "#").at, `the name clashes with that of "${other}" in code`);
      taken.set(id, name);
    }
  }
}
