import type { Ignorer, NodePath } from "@stryker-mutator/api/ignore";

/** As much of a syntax tree as this reads. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly key?: Node;
  readonly arguments?: readonly Node[];
}
interface Path {
  readonly node: Node;
  readonly parent?: Node;
}

/** Leaves out what is meant for the operator alone, so that no test from outside could tell one text from another. */
export const privateText: Ignorer = {
  shouldIgnore(path: NodePath) {
    const { node, parent } = path as unknown as Path; // Stryker leaves the type of its syntax tree open.
    if (isLogLine(node)) return "a line of the log";
    if (parent === undefined) return undefined;
    if (isName(parent, node)) return "the name of a statement, seen in the log and by PostgreSQL alone";
    if (isReason(parent, node)) return "the private reason of a refusal, seen in the log alone";
    return undefined;
  },
};

/** `log.warn(…)`, `context.log.warn(…)` */
function isLogLine({ type, callee }: Node): boolean {
  const from = callee?.object;
  return type === "CallExpression" && (from?.name === "log" || from?.property?.name === "log");
}

/** `statement<…>()("here", …)` */
function isName({ type, callee, arguments: given }: Node, node: Node): boolean {
  return type === "CallExpression" && callee?.callee?.name === "statement" && given?.[0] === node;
}

/** `refuse("invalid_grant", "here", …)` and `{ reason: "here" }` */
function isReason({ type, callee, arguments: given, key }: Node, node: Node): boolean {
  if (type === "CallExpression") return callee?.name === "refuse" && given?.[1] === node;
  return type === "ObjectProperty" && key?.name === "reason" && key !== node;
}
