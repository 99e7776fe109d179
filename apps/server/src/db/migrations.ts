import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { DatabaseStartError } from "./errors.ts";

export interface Migration {
  readonly name: string;
  readonly hash: string;
  readonly sql: string;
}

export interface Applied {
  readonly name: string;
  readonly hash: string;
}

/** Works on both dialects; what drizzle's own migrator keeps would not tell a newer database from ours. */
export const CREATE_LEDGER =
  "CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY NOT NULL, hash text NOT NULL, applied_at bigint NOT NULL)";

/** The migrations that drizzle-kit wrote, in their order. */
export function readMigrations(dialect: "sqlite" | "postgres"): Migration[] {
  const folder = new URL(`../../migrations/${dialect}/`, import.meta.url);
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(new URL("meta/_journal.json", folder), "utf8"),
  );
  return journal.entries.map(({ tag }) => {
    const text = readFileSync(new URL(`${tag}.sql`, folder), "utf8");
    return {
      name: tag,
      hash: createHash("sha256").update(text).digest("hex"),
      // drizzle-kit names the schema in some places only; the connection's search_path decides in all of them.
      sql: text.replaceAll('"public".', ""),
    };
  });
}

/** What is still to be done; throws when the database has been somewhere that this version does not know. */
export function pendingMigrations(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const hashes = new Map(known.map(({ name, hash }) => [name, hash]));
  for (const { name, hash } of applied) {
    if (!hashes.has(name)) {
      throw new DatabaseStartError(
        `the database was migrated by a newer version of this server (migration ${name}): start that version, or restore a backup made before it`,
      );
    }
    if (hashes.get(name) !== hash) {
      throw new DatabaseStartError(
        `migration ${name} is not the one this database was made with: restore the file as it was released, and put the change into a new migration`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return known.filter(({ name }) => !done.has(name));
}

export function migrationFailure(name: string, cause: unknown): DatabaseStartError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseStartError(
    `migration ${name} could not be applied (${reason}): nothing was changed; is this database another program's?`,
    { cause },
  );
}
