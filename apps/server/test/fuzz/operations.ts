import type { OperationId } from "@fluxer-oauth2/contract";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { operationTable } from "@fluxer-oauth2/contract/operations";

export type Schema = { readonly [keyword: string]: unknown };
export type Members = Readonly<Record<string, Schema>>;

/** What the document says of one operation, as far as requests are made of it. */
export type Subject = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly media: readonly string[];
  readonly query: Members;
  /** Valid bodies, and every member that any of them may have. */
  readonly examples: readonly unknown[];
  readonly members: Members;
  readonly scheme: "session" | "bearer" | "bot" | "basic" | "page" | undefined;
};

const OPERATIONS: readonly Subject[] = (Object.keys(operationTable) as OperationId[]).map((id) => {
  const { method, path, requestMedia, security } = operationTable[id];
  const operation = at(bundle, "paths", path, method);
  const parameters = list(operation.parameters).map((each) => resolve(each));
  const query = parameters.filter((parameter) => parameter.in === "query");
  const content = Object.values(asSchema(resolve(operation.requestBody).content)).map(resolve);
  return {
    id,
    method: method.toUpperCase(),
    path,
    media: requestMedia,
    query: Object.fromEntries(query.map((each) => [String(each.name), asSchema(each)])),
    examples: content.flatMap(({ examples }) =>
      Object.values(asSchema(examples)).map((each) => resolve(each).value),
    ),
    members: Object.assign({}, ...content.map(({ schema }) => membersOf(schema))),
    scheme: schemeOf(Object.assign({}, ...security)),
  };
});

/** The forms that stand beside the operations. */
const PAGES: readonly Subject[] = [
  pageOf("signIn", "/sign-in", { email: "", password: "", next: "/" }),
  pageOf("signUp", "/sign-up", { username: "ada", email: "ada@example.com", password: "", next: "/" }),
  pageOf("signOut", "/sign-out", { next: "/" }),
  pageOf("authorizeDecision", "/oauth2/authorize/decision", { request: "", decision: "allow", guild_id: "" }),
];

export const SUBJECTS: readonly Subject[] = [...OPERATIONS, ...PAGES];

function pageOf(id: string, path: string, fields: Readonly<Record<string, string>>): Subject {
  const example = { ...fields, csrf: "" };
  const members = Object.fromEntries(Object.keys(example).map((name) => [name, { type: "string" }]));
  const media = ["application/x-www-form-urlencoded"];
  return {
    id,
    path,
    media,
    members,
    method: "POST",
    query: { next: {} },
    examples: [example],
    scheme: "page",
  };
}

function schemeOf(security: Schema): Subject["scheme"] {
  if ("clientBasic" in security) return "basic";
  if ("session" in security) return "session";
  if ("accessToken" in security) return "bearer";
  return "botToken" in security ? "bot" : undefined;
}

function membersOf(schema: unknown): Members {
  const { properties, allOf, anyOf, oneOf } = resolve(schema);
  const parts = [allOf, anyOf, oneOf].flatMap(list).map(membersOf);
  return Object.assign({}, ...parts, asSchema(properties));
}

/** Follows references, and merges what a schema is made of, so that its keywords stand in one place. */
export function resolve(node: unknown): Schema {
  const schema = asSchema(node);
  if (typeof schema.$ref !== "string") return schema;
  return resolve(at(bundle, ...schema.$ref.split("/").slice(1)));
}

function at(node: unknown, ...path: string[]): Schema {
  return asSchema(path.reduce<unknown>((inner, key) => asSchema(inner)[key], node));
}

function asSchema(node: unknown): Schema {
  return typeof node === "object" && node !== null ? (node as Schema) : {};
}

function list(node: unknown): unknown[] {
  return Array.isArray(node) ? node : [];
}
