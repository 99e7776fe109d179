import pg from "pg";
import type { Database } from "../database.ts";
import { codeOf, DatabaseStartError } from "../errors.ts";
import { postgresDatabase } from "./database.ts";
import { migratePostgres } from "./migrate.ts";

const CONNECT_MS = 5000;
const QUERY_MS = 10_000;
const INT8 = pg.types.builtins.INT8;

export async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const connection: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: "fluxer-oauth2",
  };
  await migrate(url, connection);
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    // What is asked together travels together; without it the driver waits for each answer before it sends the next.
    pipeline: true,
    query_timeout: QUERY_MS,
    types: { getTypeParser },
  });
  // A connection that breaks while nobody uses it is replaced by the pool; unheard, the event would end the process.
  pool.on("error", () => {});
  return postgresDatabase(pool);
}

// Times and counts fit into a number, as on SQLite.
const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: "text" | "binary") =>
  type === INT8 ? Number : pg.types.getTypeParser(type, format);

async function migrate(url: string, connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  try {
    await client.connect();
    await migratePostgres(client);
  } catch (error) {
    throw error instanceof DatabaseStartError ? error : startFailure(url, error);
  } finally {
    await client.end();
  }
}

const REMEDIES: readonly [RegExp, string][] = [
  [
    /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ECONNRESET|EAI_AGAIN/,
    "does not answer: start it, or correct the host and port in DATABASE_URL",
  ],
  [/^28/, "refuses this user or password: correct them in DATABASE_URL"],
  [/^3D000$/, "has no such database: create it with CREATE DATABASE, or correct the name in DATABASE_URL"],
  [/^42501$/, "does not let this user make tables: grant it CREATE on the schema"],
  [/^25006$/, "is read-only, perhaps a standby: set DATABASE_URL to the primary"],
  [/^57P03$/, "is starting up or shutting down: try again in a moment"],
];

function startFailure(url: string, cause: unknown): DatabaseStartError {
  const remedy = REMEDIES.find(([codes]) => codes.test(codeOf(cause)))?.[1] ?? "could not be used";
  const detail = (cause instanceof Error && cause.message) || codeOf(cause);
  return new DatabaseStartError(`PostgreSQL at ${place(url)} ${remedy} (${detail})`, { cause });
}

// The URL without what is secret in it.
function place(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? "the address in DATABASE_URL" : `${parsed.host}${parsed.pathname}`;
}
