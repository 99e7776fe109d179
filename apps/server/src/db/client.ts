import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "./database.ts";
import { DatabaseStartError } from "./errors.ts";

export interface DatabaseConfig {
  /** `file:path`, `file::memory:` or `postgres://…` */
  readonly url: string;
  /** PostgreSQL connections, 10 by default. */
  readonly poolSize?: number;
  /** Refuses to make the file: a command for what a server has stored would otherwise answer from an empty one. */
  readonly mustExist?: boolean;
}

/** Opens the database, makes it first if it is a file, and brings its tables up to date. */
export async function openDatabase({
  url,
  poolSize = 10,
  mustExist = false,
}: DatabaseConfig): Promise<Database> {
  // Loading both takes longer than the rest of the start, and only one is used.
  if (url.startsWith("file:")) {
    const path = filePath(url);
    if (mustExist) checkExists(path);
    return (await import("./sqlite/open.ts")).openSqlite(path);
  }
  if (/^postgres(ql)?:\/\//.test(url))
    return (await import("./postgres/open.ts")).openPostgres(url, poolSize);
  throw new DatabaseStartError(
    `DATABASE_URL is neither a file nor PostgreSQL: write file:./data/fluxer.db or postgres://user:password@host/database`,
  );
}

function checkExists(path: string): void {
  if (existsSync(path)) return;
  throw new DatabaseStartError(
    `there is no database at ${path}: start the server once, which makes it, or set DATABASE_URL as the server has it`,
  );
}

function filePath(url: string): string {
  if (url.startsWith("file://")) return fileURLToPath(url);
  const path = url.slice("file:".length);
  return path === ":memory:" ? path : resolve(path);
}
