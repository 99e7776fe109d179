import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { parse } from "yaml";
import { markdownTable } from "./tables.ts";

const names = z.record(z.string(), z.string()).default({});
const entry = z.object({
  version: z.string().optional(),
  dependencies: names,
  optionalDependencies: names,
  os: z.array(z.string()).optional(),
  cpu: z.array(z.string()).optional(),
});
const lockfileSchema = z.object({ packages: z.record(z.string(), entry) });
const manifest = z.object({ name: z.string(), dependencies: names });

type Packages = z.output<typeof lockfileSchema>["packages"];

const OURS = "@fluxer-oauth2/";

/** Each dependency that users or operators get, with the number of packages that come with it. */
export function dependencyTable(root: string): string {
  const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));
  const { packages } = lockfileSchema.parse(json("package-lock.json"));
  const reasons = z
    .record(z.string(), z.string())
    .parse(parse(readFileSync(join(import.meta.dirname, "dependencies.yaml"), "utf8")));
  const rows = workspaces(root).flatMap((workspace) => {
    const { name, dependencies } = manifest.parse(json(`${workspace}/package.json`));
    const foreign = Object.keys(dependencies).filter((dependency) => !dependency.startsWith(OURS));
    return foreign.map((dependency) => ({ name, workspace, dependency }));
  });
  checkReasons(reasons, new Set(rows.map(({ dependency }) => dependency)));
  return markdownTable(
    ["package", "depends on", "because", "brings"],
    rows.map(({ name, workspace, dependency }) => [
      `\`${name.slice(OURS.length)}\``,
      `\`${dependency}\` ${packages[locate(packages, workspace, dependency)]?.version}`,
      reasons[dependency] ?? "",
      String(countBelow(packages, locate(packages, workspace, dependency))),
    ]),
  );
}

const workspaces = (root: string): string[] =>
  ["apps", "packages"].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`));

function checkReasons(reasons: Record<string, string>, wanted: ReadonlySet<string>): void {
  const missing = [...wanted].filter((name) => reasons[name] === undefined);
  const left = Object.keys(reasons).filter((name) => !wanted.has(name));
  const problems = [
    ...missing.map((name) => `dependencies.yaml does not say why ${name} is needed`),
    ...left.map((name) => `dependencies.yaml names ${name}, which nothing depends on`),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** Where Node finds it: in the folder itself, or in the nearest one above. */
function locate(packages: Packages, from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
    const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === "") throw new Error(`package-lock.json does not have ${name}, which ${from} needs`);
  }
}

/** How many packages come with this one of a lockfile. Of binaries for several platforms one is installed. */
export function broughtBy(lockfile: unknown, place: string): number {
  return countBelow(lockfileSchema.parse(lockfile).packages, place);
}

function countBelow(packages: Packages, place: string): number {
  const found = new Set<string>();
  const visit = (at: string): void => {
    const { dependencies, optionalDependencies } = packages[at] ?? entry.parse({});
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const next = locate(packages, at, name);
      const isBinary = packages[next]?.os !== undefined || packages[next]?.cpu !== undefined;
      const key = isBinary ? `binary of ${at}` : next;
      if (found.has(key)) continue;
      found.add(key);
      visit(next);
    }
  };
  visit(place);
  return found.size;
}
