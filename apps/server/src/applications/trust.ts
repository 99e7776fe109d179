import { type Occasion, recordEvent } from "../audit/event.ts";
import type { Database, Transaction, Work } from "../db/database.ts";
import { withdrawAdminScope } from "../tokens/store/admin-scope.ts";
import { setTrusted } from "./store/trust.ts";

type Deps = { readonly db: Database };
type Named = { readonly id: string; readonly name: string };

/** Only a trusted application may ask for the scope admin. Undefined when there is no such application. */
export function trustApplication({ db }: Deps, occasion: Occasion, id: string): Promise<Named | undefined> {
  return db.atomically((tx) => decide(tx, occasion, { id, trusted: true }));
}

/** The scope is withdrawn with the trust: what was granted while it lasted is dead with the commit. */
export function untrustApplication(
  { db }: Deps,
  occasion: Occasion,
  id: string,
): Promise<(Named & { readonly revokedGrants: number }) | undefined> {
  return db.atomically(function* (tx) {
    const application = yield* decide(tx, occasion, { id, trusted: false });
    if (application === undefined) return undefined;
    const revokedGrants = yield* withdrawAdminScope(tx, { applicationId: id, now: occasion.createdAt });
    return { ...application, revokedGrants };
  });
}

/** The operator decides, who is no user, so the event names no actor. */
function* decide(
  tx: Transaction,
  occasion: Occasion,
  { id, trusted }: { id: string; trusted: boolean },
): Work<Named | undefined> {
  const [application] = yield* tx.run(setTrusted, { id, trusted });
  if (application === undefined) return undefined;
  const action = trusted ? "application.trust" : "application.untrust";
  yield* recordEvent(tx, { ...occasion, action, outcome: "success", applicationId: id });
  return application;
}
