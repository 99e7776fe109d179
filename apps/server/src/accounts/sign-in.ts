import { type Occasion, recordEvent } from "../audit/event.ts";
import type { AccountDeps } from "./deps.ts";
import { verifyPassword } from "./password.ts";
import { type Session, startSession } from "./sessions.ts";
import { findByEmail } from "./store/users.ts";

/** Undefined when the address or the password is wrong, after the same time and with the same trace in either case. */
export async function signIn(
  deps: AccountDeps,
  occasion: Occasion,
  credentials: { email: string; password: string },
): Promise<Session | undefined> {
  const emailLower = emailKey(credentials.email);
  const [account] = await deps.db.read(findByEmail, { emailLower });
  const isRight = await verifyPassword(account?.passwordHash, credentials.password);
  return deps.db.atomically(function* (tx) {
    const session = account !== undefined && isRight ? yield* startSession(tx, deps, account.id) : undefined;
    yield* recordEvent(tx, {
      ...occasion,
      action: "session.create",
      outcome: session ? "success" : "failure",
      actorUserId: account?.id,
    });
    return session;
  });
}

/** Under what an address is found: neither its case nor white space around it matters. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
