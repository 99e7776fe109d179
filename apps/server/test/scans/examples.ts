import { resolve } from "../fuzz/operations.ts";
import type { Exchange } from "./recorder.ts";

type Node = Readonly<Record<string, unknown>>;

/** The document's examples of answers, as if they had been given. */
export function examplesOf(document: string): Exchange[] {
  const { paths }: { paths: Record<string, Record<string, unknown>> } = JSON.parse(document);
  const operations = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .map(resolve);
  return operations.flatMap(({ operationId, responses }) =>
    nodesOf(responses).flatMap(([status, response]) =>
      nodesOf(response.content).flatMap(([, media]) => {
        const values = [media.example, ...nodesOf(media.examples).map(([, { value }]) => value)];
        return values.flatMap((value) => {
          const body = JSON.stringify(value);
          const seen = { sent: "", headers: [], of: String(operationId), status: Number(status) };
          return body === undefined ? [] : [{ ...seen, body }];
        });
      }),
    ),
  );
}

function nodesOf(node: unknown): [name: string, node: Node][] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).map(([name, inner]) => [name, resolve(inner)]);
}
