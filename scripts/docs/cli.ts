import { relative, resolve } from "node:path";

/** Where a command writes: lines for the reader, and complaints. */
export interface Output {
  print(line: string): void;
  complain(line: string): void;
}

/** A path of the repository, whatever the working directory. */
export function root(path: string): string {
  return resolve(import.meta.dirname, "../..", path);
}

/** A path as messages name it: seen from the working directory. */
export function relativePath(path: string): string {
  return relative(process.cwd(), path) || ".";
}
