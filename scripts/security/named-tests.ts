import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface NamedTest {
  /** Seen from the root of the repository. */
  readonly file: string;
  readonly name: string;
}

/** Every test file of the workspaces, without what tests are made of. */
export function testFiles(root: string): string[] {
  const workspaces = ["apps", "packages"].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  );
  return [...workspaces, "scripts"].flatMap((workspace) => filesIn(root, join(workspace, "test"))).toSorted();
}

function filesIn(root: string, folder: string): string[] {
  try {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    return names.filter((name) => name.endsWith(".test.ts")).map((name) => join(folder, name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** The tests of a file by the names in its source; those that are skipped prove nothing and are left out. */
export function namedTests(root: string, file: string, isWanted = (_text: string) => true): NamedTest[] {
  const text = readFileSync(join(root, file), "utf8");
  if (!isWanted(text)) return [];
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = ts.isCallExpression(node) ? nameOf(node) : undefined;
    if (name !== undefined) names.push(name);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return names.map((name) => ({ file, name }));
}

/** Of `it("…")`, and of `it.each(…)("…")` however many calls and members stand between. */
function nameOf({ expression, arguments: [first] }: ts.CallExpression): string | undefined {
  if (first === undefined || !ts.isStringLiteralLike(first)) return undefined;
  let callee: ts.Expression = expression;
  while (!ts.isIdentifier(callee)) {
    if (ts.isPropertyAccessExpression(callee)) {
      if (["skip", "todo", "fails"].includes(callee.name.text)) return undefined;
      callee = callee.expression;
    } else if (ts.isCallExpression(callee)) callee = callee.expression;
    else if (ts.isTaggedTemplateExpression(callee)) callee = callee.tag;
    else return undefined;
  }
  return callee.text === "it" || callee.text === "test" ? first.text : undefined;
}
