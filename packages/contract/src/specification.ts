// Ties zod schemas and routes to the bundle that they were generated from, so that the document which the library
// emits says what the bundle says, word for word.
import type { OpenAPIHono, RouteConfig, z } from "@hono/zod-openapi";

type Registry = OpenAPIHono["openAPIRegistry"];
type Node = Record<string, unknown>;

/** As much of an OpenAPI document as is needed here; a full type would make the compiler infer a very large one. */
export interface Bundle {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Node>;
  components?: Record<string, Node>;
}

type Content = Record<string, z.ZodType>;
type Responses<Statuses extends Record<string | number, Content>> = {
  [Status in keyof Statuses]: {
    description: string;
    content: { [Media in keyof Statuses[Status]]: { schema: Statuses[Status][Media] } };
  };
};

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(node: unknown, ...path: string[]): Node {
  const found = path.reduce<unknown>((inner, key) => (isNode(inner) ? inner[key] : undefined), node);
  if (!isNode(found)) throw new Error(`The bundle has no ${path.join(" ")}`);
  return found;
}

// A copy without the metadata of what it was made from, which would show up in the emitted node.
function bare<S extends z.ZodType>(schema: S): S {
  // The constructor and the definition are the schema's own.
  return Reflect.construct(schema._zod.constr, [schema._zod.def]) as z.core.$ZodType as S;
}

export function specification(bundle: Bundle) {
  function resolve(node: Node): Node {
    return typeof node.$ref === "string" ? at(bundle, ...node.$ref.split("/").slice(1)) : node;
  }

  /** Gives a schema its name and its node. Only a node with a `type` keeps the library from deriving its own. */
  function component<S extends z.ZodType>(name: string, schema: S): S {
    const node = at(bundle, "components", "schemas", name);
    return node.type === undefined ? schema : bare(schema).openapi(name, node);
  }

  function media(node: Node, schema: z.ZodType | undefined): Node {
    const raw = node.schema;
    if (!schema || !isNode(raw) || resolve(raw).type === undefined) return node;
    return { ...node, schema: "$ref" in raw ? schema : bare(schema).openapi(raw) };
  }

  function response(node: Node, schemas: Content): Node {
    if (!isNode(node.content)) return node;
    const content = Object.entries(node.content).map(([type, value]) => [
      type,
      media(at(value), schemas[type]),
    ]);
    return { ...node, content: Object.fromEntries(content) };
  }

  /** All of an operation but its answers: what the library does not derive from zod. */
  function operation(method: string, path: string): object {
    const { responses: _, ...rest } = at(bundle, "paths", path, method);
    return rest;
  }

  function responses<const Statuses extends Record<string | number, Content>>(
    method: string,
    path: string,
    statuses: Statuses,
  ): Responses<Statuses> {
    const nodes = at(bundle, "paths", path, method, "responses");
    const built = Object.keys(nodes).map((status) => [
      status,
      response(at(nodes, status), statuses[status] ?? {}),
    ]);
    // Built from the nodes of the very statuses that the generator wrote down.
    return Object.fromEntries(built) as Responses<Statuses>;
  }

  return { component, operation, responses };
}

/** What an application needs to publish the document: register all components once, then each route that it mounts. */
export function contract<Id extends string>(
  bundle: Bundle,
  schemas: Record<string, z.ZodType>,
  routes: Record<Id, RouteConfig>,
) {
  const { paths: _, components = {}, ...documentHead } = bundle;

  function registerComponents(registry: Registry): void {
    for (const [kind, nodes] of Object.entries(components)) {
      for (const [name, node] of Object.entries(nodes)) {
        const schema = kind === "schemas" && at(node).type !== undefined ? schemas[name] : undefined;
        if (schema) registry.register(name, schema);
        // The kinds are those of the OpenAPI document, which is where the library's names come from.
        else registry.registerComponent(kind as "schemas", name, at(node));
      }
    }
  }

  function registerRoute(registry: Registry, operationId: Id): void {
    // Without `request` the library takes `parameters` and `requestBody` as the specification has them.
    const { request: _, ...route }: RouteConfig = routes[operationId];
    registry.registerPath(route);
  }

  /** The document of an application, without the empty maps that the library always adds. */
  function emitDocument(app: Pick<OpenAPIHono, "getOpenAPI31Document">): Node {
    const {
      webhooks,
      components: emitted,
      ...document
    }: Node = { ...app.getOpenAPI31Document(documentHead) };
    const kinds = Object.entries(at(emitted)).filter(([, nodes]) => Object.keys(at(nodes)).length > 0);
    return {
      ...document,
      ...(Object.keys(at(webhooks)).length > 0 ? { webhooks } : {}),
      ...(kinds.length > 0 ? { components: Object.fromEntries(kinds) } : {}),
    };
  }

  return { documentHead, registerComponents, registerRoute, emitDocument };
}
