import type { Schemas } from "@fluxer-oauth2/contract";
import { occasion, recordEvent } from "../audit/event.ts";
import type { UserCaller } from "../http/caller.ts";
import { ApiError } from "../http/errors.ts";
import type { Context } from "../http/operation.ts";
import { parseScope, SCOPES } from "../lib/scopes.ts";
import type { TokenDeps } from "./deps.ts";
import { deleteConsents, listConsents } from "./store/authorizations.ts";
import { revokeGrantsOfUser } from "./store/grants.ts";

/** One entry for each application, with every scope that the user ever agreed to for it; the latest agreement first. */
export async function listAuthorizations(
  { db }: Pick<TokenDeps, "db">,
  { userId }: UserCaller,
): Promise<Schemas["OAuth2AuthorizationsListResponse"]> {
  const consents = await db.read(listConsents, { userId });
  const byApplication = Map.groupBy(consents, ({ applicationId }) => applicationId);
  return [...byApplication.values()].flatMap((agreements) => {
    const [latest] = agreements;
    if (!latest) return [];
    const agreed = new Set(agreements.flatMap(({ scope }) => parseScope(scope) ?? []));
    return {
      application: {
        id: latest.applicationId,
        name: latest.name,
        icon: latest.icon,
        description: latest.description,
        bot_public: latest.botPublic,
      },
      scopes: SCOPES.filter((scope) => agreed.has(scope)),
      authorized_at: new Date(latest.authorizedAt).toISOString(),
    };
  });
}

/** With the commit the application holds nothing of the user's any more, and has to ask again. */
export function deauthorize(
  deps: TokenDeps,
  { userId }: UserCaller,
  applicationId: string,
  context: Context,
): Promise<void> {
  return deps.db.atomically(function* (tx) {
    const forgotten = yield* tx.run(deleteConsents, { userId, applicationId });
    if (forgotten.length === 0) throw new ApiError("UNKNOWN_APPLICATION");
    const event = occasion(deps, context);
    yield* revokeGrantsOfUser(tx, { userId, applicationId, now: event.createdAt });
    yield* recordEvent(tx, {
      ...event,
      action: "authorization.revoke",
      outcome: "success",
      actorUserId: userId,
      applicationId,
    });
  });
}
