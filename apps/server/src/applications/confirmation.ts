import { requireSudo } from "../accounts/sudo.ts";
import { occasion } from "../audit/event.ts";
import type { Context } from "../http/operation.ts";
import type { ApplicationDeps } from "./deps.ts";
import { requireOwned } from "./ownership.ts";

/** The owner's password stands before what cannot be undone; a stranger is refused without being asked for one. */
export async function confirmOwned(
  deps: ApplicationDeps,
  context: Context,
  { id, userId }: { id: string; userId: string },
  password: string | undefined,
): Promise<void> {
  await requireOwned(deps.db, id, userId);
  await requireSudo(deps, occasion(deps, context), userId, password);
}
