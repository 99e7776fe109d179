import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "./database.ts";
import { DatabaseStartError } from "./errors.ts";

export interface DatabaseConfig {
  /** `file:path`, `file::memory:` or `postgres://…` */
  readonly url: string;
  /** PostgreSQL connections, 10 by default. */
  readonly poolSize?: number;
}

/** Opens the database, makes it first if it is a file, and brings its tables up to date. */
export async function openDatabase({ url, poolSize = 10 }: DatabaseConfig): Promise<Database> {
  // Loading both takes longer than the rest of the start, and only one is used.
  if (url.startsWith("file:")) return (await import("./sqlite/open.ts")).openSqlite(filePath(url));
  if (/^postgres(ql)?:\/\//.test(url))
    return (await import("./postgres/open.ts")).openPostgres(url, poolSize);
  throw new DatabaseStartError(
    `DATABASE_URL is neither a file nor PostgreSQL: write file:./data/fluxer.db or postgres://user:password@host/database`,
  );
}

function filePath(url: string): string {
  if (url.startsWith("file://")) return fileURLToPath(url);
  const path = url.slice("file:".length);
  return path === ":memory:" ? path : resolve(path);
}
