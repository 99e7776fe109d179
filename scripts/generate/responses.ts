// The answers of an operation: their statuses, media types, headers and links.
import { content, type Media } from "./bodies.ts";
import type { Specification } from "./bundle.ts";
import { allow, asNode, child, fail, members, type Node, type Pointer } from "./nodes.ts";
import { object } from "./print.ts";
import type { Translator } from "./schema/translate.ts";

const HEADER = ["description", "required", "deprecated", "schema", "example", "examples", "style", "explode"];
const LINK = ["operationId", "parameters", "requestBody", "description"];

export interface Response {
  status: string;
  content: Media[];
  node: Node;
  at: Pointer;
}

export function responses(specification: Specification, operation: Node, at: Pointer): Response[] {
  return members(operation, "responses", at).map(({ name: status, value, at }) => {
    if (!/^(?:[1-5](?:\d\d|XX)|default)$/.test(status)) fail(at, "not a status");
    const { node, at: place } = specification.resolve(asNode(value, at), at, "responses");
    allow(node, place, "response", ["description", "headers", "content", "links"]);
    return { status, content: content(node, place), node, at: place };
  });
}

/** Headers and links are carried as they are; their keywords are held against what the generator knows all the same. */
export function checkExtras(specification: Specification, translator: Translator, response: Response): void {
  for (const { value, at } of members(response.node, "headers", response.at)) {
    const header = specification.resolve(asNode(value, at), at, "headers");
    allow(header.node, header.at, "header", HEADER);
    translator.translate(
      header.node.schema ?? fail(header.at, "a header needs a schema"),
      child(header.at, "schema"),
    );
  }
  const ids = specification.operations().map(({ node }) => node.operationId);
  for (const { value, at } of members(response.node, "links", response.at)) {
    const link = specification.resolve(asNode(value, at), at, "links");
    allow(link.node, link.at, "link", LINK);
    const target = link.node.operationId ?? null;
    if (!ids.includes(target)) fail(child(link.at, "operationId"), `there is no operation ${String(target)}`);
  }
}

export function responsesCode(translator: Translator, all: Response[]): string {
  return object(
    all.map((response) => {
      const media = response.content.map(({ type, schema, at }) => {
        const expression = translator.translate(schema, at);
        return [
          type,
          expression.kind === "nullable" ? `z.lazy(() => ${expression.code})` : expression.code,
        ] as const;
      });
      return [response.status, object(media)];
    }),
  );
}
