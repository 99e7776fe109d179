import { type Occasion, recordEvent } from "../audit/event.ts";
import type { Transaction, Work } from "../db/database.ts";
import { mint } from "../lib/secret.ts";
import { nextId } from "../lib/time-ordered-id.ts";
import { replaceClientGrant, revokeGrantsOfApplication } from "../tokens/store/grants.ts";
import { clientSecretRow } from "./create.ts";
import type { ApplicationDeps } from "./deps.ts";
import { ownedIn } from "./ownership.ts";
import { deleteEndingSecrets, deleteSecrets, endCurrentSecret, insertSecret } from "./store/secrets.ts";

export function resetClientSecret(
  { db }: ApplicationDeps,
  occasion: Occasion,
  { id, userId, overlapSeconds }: { id: string; userId: string; overlapSeconds: number },
): Promise<string> {
  const now = occasion.createdAt;
  return db.atomically(function* (tx) {
    yield* ownedIn(tx, id, userId);
    if (overlapSeconds > 0) yield* letOverlap(tx, id, now + overlapSeconds * 1000);
    else yield* endEverything(tx, id, now);
    // Made here and not before, so that of several resets the last to be done has the latest id.
    const secret = mint("clientSecret", now);
    yield* tx.send(insertSecret, clientSecretRow(id, secret, now));
    const event = { action: "client_secret.reset", outcome: "success", applicationId: id } as const;
    yield* recordEvent(tx, { ...occasion, ...event, actorUserId: userId });
    return secret.token;
  });
}

/** One old secret beside the new one at most: whichever was ending already ends now. */
function* letOverlap(tx: Transaction, applicationId: string, expiresAt: number): Work<void> {
  yield* tx.send(deleteEndingSecrets, { applicationId });
  yield* tx.send(endCurrentSecret, { applicationId, expiresAt });
}

/** Who resets without overlap fears that the secret is known, so whatever was got with it ends as well. */
function* endEverything(tx: Transaction, applicationId: string, now: number): Work<void> {
  yield* tx.send(deleteSecrets, { applicationId });
  yield* revokeGrantsOfApplication(tx, { applicationId, now });
  yield* replaceClientGrant(tx, { id: nextId(now), applicationId, now });
}
