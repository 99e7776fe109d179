/** The database could not do its work now; the same request may succeed later. Met in http/errors.ts as 503. */
export class StorageError extends Error {
  override readonly name = "StorageError";

  constructor(cause: unknown) {
    super(`storage failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The database cannot be used at all; the message tells the operator what to do. */
export class DatabaseStartError extends Error {
  override readonly name = "DatabaseStartError";
}

export function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}

// Mistakes of ours (a violated constraint, wrong SQL, a wrong type) stay what they are: trying again would not help.
const SQLITE_BUG = /^SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|MISUSE|TOOBIG|EMPTY|NOLFS)/;

export function sqliteFailure(error: unknown): unknown {
  const code = codeOf(error);
  return code.startsWith("SQLITE_") && !SQLITE_BUG.test(code) ? new StorageError(error) : error;
}

// SQLSTATE classes of mistakes; 25006 is a standby, which may be promoted.
const POSTGRES_BUG = /^(0A|2[1-46BDF]|25(?!006)|34|42|44|P0)/;

export function postgresFailure(error: unknown): unknown {
  return POSTGRES_BUG.test(codeOf(error)) ? error : new StorageError(error);
}

// A serialization failure and a deadlock. 40003 is not among them: there nobody knows whether it was done.
const CONFLICTS = ["40001", "40P01"];

/** Another transaction got in the way: the same work succeeds when it is done again. */
export function isConflict(error: unknown): boolean {
  return error instanceof StorageError && CONFLICTS.includes(codeOf(error.cause));
}
