import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly link?: boolean;
  readonly resolved?: string;
}

/** Bytes of everything that a package needs at run time, where it is installed now; each package counts once. */
export function installSize(lockfile: string, names: readonly string[]): number {
  const { packages } = JSON.parse(readFileSync(lockfile, "utf8")) as { packages: Record<string, Locked> };
  const found = new Set<string>();
  const visit = (from: string, name: string) => {
    const place = resolve(packages, from, name);
    if (place === undefined || found.has(place)) return;
    found.add(place);
    const { dependencies, optionalDependencies } = packages[place] ?? {};
    for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) visit(place, each);
  };
  for (const name of names) visit("", name);
  const root = dirname(lockfile);
  return [...found].reduce((sum, place) => sum + bytesIn(join(root, place)), 0);
}

/** As Node looks for it: beside the one that asks, then further and further out. */
function resolve(packages: Record<string, Locked>, from: string, name: string): string | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf("node_modules/") - 1))) {
    const candidate = `${place === "" ? "" : `${place}/`}node_modules/${name}`;
    const locked = packages[candidate];
    if (locked !== undefined) return locked.link ? (locked.resolved ?? candidate) : candidate;
    if (place === "") return undefined;
  }
}

/** Without what is linked or installed below it, which counts for itself. */
function bytesIn(folder: string): number {
  let sum = 0;
  for (const name of list(folder)) {
    if (name === "node_modules") continue;
    const path = join(folder, name);
    const status = lstatSync(path);
    if (status.isDirectory()) sum += bytesIn(path);
    else if (status.isFile()) sum += status.size;
  }
  return sum;
}

// What is for another platform is in the lockfile and not on the disk.
function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
