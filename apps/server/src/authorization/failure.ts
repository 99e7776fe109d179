import { type Occasion, recordEvent } from "../audit/event.ts";
import { ApiError } from "../http/errors.ts";
import type { Context } from "../http/operation.ts";
import { PageError } from "../http/pages/page-error.ts";
import type { AuthorizationDeps } from "./deps.ts";

export type Attempt = {
  readonly occasion: Occasion;
  readonly applicationId: string | undefined;
  readonly userId?: string | undefined;
};

/** What was refused leaves an event, what failed a line in the log. */
export async function recordFailure(
  { db }: Pick<AuthorizationDeps, "db">,
  error: unknown,
  { occasion, applicationId, userId }: Attempt,
  { log }: Pick<Context, "log">,
): Promise<void> {
  if (!isRefused(error)) return log.error({ err: error }, "authorization failed");
  const event = { ...occasion, applicationId, actorUserId: userId } as const;
  await db.atomically((tx) =>
    recordEvent(tx, { ...event, action: "authorization.refuse", outcome: "failure" }),
  );
}

function isRefused(error: unknown): error is ApiError | PageError {
  return (error instanceof ApiError || error instanceof PageError) && error.status < 500;
}
