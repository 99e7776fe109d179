import type { Transaction, Work } from "../db/database.ts";
import type { ClientCaller } from "../http/caller.ts";
import { isAuthentic, readCredential } from "../lib/credential.ts";
import { gather } from "../lib/gather.ts";
import type { ApplicationDeps } from "./deps.ts";
import { findSecret, touchSecret } from "./store/secrets.ts";

/** What an owner asks is whether a secret can go; a note for each minute would be most of what some clients write. */
const LAST_USE_PRECISION = 3_600_000;

/** A client secret says which row it is; whether it is that row's is compared in constant time. */
export function clientAuthenticator({ db, clock, log }: Pick<ApplicationDeps, "db" | "clock" | "log">) {
  const beingTouched = new Set<string>();

  // Not awaited: no client waits for a note to its owner, and a lost one does no harm.
  const touch = gather<string>((ids) => {
    const now = clock.now();
    db.atomically((tx) => touchAll(tx, ids, now), { interleaved: true })
      .catch((err: unknown) => log.warn({ err }, "the use of client secrets was not noted"))
      .finally(() => ids.forEach((id) => void beingTouched.delete(id)));
  });

  function noteUse(id: string, lastUsedAt: number | null, now: number): void {
    const isNoted = lastUsedAt !== null && lastUsedAt > now - LAST_USE_PRECISION;
    if (isNoted || beingTouched.has(id)) return;
    beingTouched.add(id);
    touch(id);
  }

  return async (clientId: string, secret: string): Promise<ClientCaller | undefined> => {
    const now = clock.now();
    const presented = readCredential("clientSecret", secret);
    const [known] = await db.read(findSecret, { id: presented.id, now });
    if (!isAuthentic(known, presented) || known.applicationId !== clientId) return undefined;
    noteUse(known.id, known.lastUsedAt, now);
    return { kind: "client", applicationId: known.applicationId, secretId: known.id };
  };
}

/** In one order, so that servers which note the same wait for each other and never in a circle. */
function* touchAll(tx: Transaction, ids: readonly string[], now: number): Work<void> {
  for (const id of ids.toSorted()) {
    yield* tx.send(touchSecret, { id, now, unlessAfter: now - LAST_USE_PRECISION });
  }
}
