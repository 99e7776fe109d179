import type { ClientCaller } from "../http/caller.ts";
import { mint, parse, sameHash } from "../lib/secret.ts";
import type { ApplicationDeps } from "./deps.ts";
import { findSecret, touchSecret } from "./store/secrets.ts";

const LAST_USE_PRECISION = 60_000;
const nobody = mint("clientSecret", 0);

/** A client secret says which row it is; whether it is that row's is compared in constant time. */
export function clientAuthenticator({ db, clock, log }: Pick<ApplicationDeps, "db" | "clock" | "log">) {
  const beingTouched = new Set<string>();

  // Not awaited: no client waits for a note to its owner, and a lost one does no harm.
  function noteUse(id: string, lastUsedAt: number | null, now: number): void {
    const unlessAfter = now - LAST_USE_PRECISION;
    if ((lastUsedAt !== null && lastUsedAt > unlessAfter) || beingTouched.has(id)) return;
    beingTouched.add(id);
    db.atomically((tx) => tx.run(touchSecret, { id, now, unlessAfter }), { interleaved: true })
      .catch((err: unknown) => log.warn({ err }, "the use of a client secret was not noted"))
      .finally(() => beingTouched.delete(id));
  }

  return async (clientId: string, secret: string): Promise<ClientCaller | undefined> => {
    const now = clock.now();
    // An unknown or malformed secret costs the same lookup and comparison as a good one.
    const presented = parse("clientSecret", secret) ?? { id: nobody.id, hash: "" };
    const [known] = await db.read(findSecret, { id: presented.id, now });
    const matches = sameHash(known?.secretHash ?? nobody.hash, presented.hash);
    if (known === undefined || !matches || known.applicationId !== clientId) return undefined;
    noteUse(known.id, known.lastUsedAt, now);
    return { kind: "client", applicationId: known.applicationId, secretId: known.id };
  };
}
