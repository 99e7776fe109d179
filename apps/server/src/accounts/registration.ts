import { type Occasion, recordEvent } from "../audit/event.ts";
import type { Transaction, Work } from "../db/database.ts";
import type { Row } from "../db/schema.ts";
import { invalidField } from "../http/errors.ts";
import type { AccountDeps } from "./deps.ts";
import { allocateDiscriminator } from "./discriminator.ts";
import { hashPassword } from "./password.ts";
import { type Session, startSession } from "./sessions.ts";
import { emailKey } from "./sign-in.ts";
import { findByEmail, insertUser } from "./store/users.ts";

export interface NewAccount {
  readonly email: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly password: string;
  readonly dateOfBirth: string | null;
}

/** An account with its first session. */
export async function createAccount(
  deps: AccountDeps,
  occasion: Occasion,
  account: NewAccount,
): Promise<Session> {
  const passwordHash = await hashPassword(account.password);
  const id = deps.snowflakes.next();
  const emailLower = emailKey(account.email);
  const { email, globalName, dateOfBirth } = account;
  const createdAt = deps.clock.now();
  const user = { ...newUser(id, account.username, createdAt), email, emailLower, globalName, dateOfBirth };
  return deps.db.atomically(
    function* (tx) {
      yield* addUser(tx, { ...user, passwordHash });
      yield* recordEvent(tx, {
        ...occasion,
        action: "account.register",
        outcome: "success",
        actorUserId: id,
      });
      return yield* startSession(tx, deps, id);
    },
    // Both things that must be unique are so in one statement.
    { interleaved: true },
  );
}

/** Gives the user a free number behind the username and stores the user. */
export function* addUser(tx: Transaction, user: Omit<Row<"users">, "discriminator">): Work<number> {
  return yield* allocateDiscriminator(tx, user.usernameLower, function* (discriminator) {
    const [added] = yield* tx.run(insertUser, { ...user, discriminator });
    if (added === undefined) yield* checkEmail(tx, user.emailLower);
    return added !== undefined;
  });
}

function* checkEmail(tx: Transaction, emailLower: string | null): Work<void> {
  const [other] = emailLower === null ? [] : yield* tx.run(findByEmail, { emailLower });
  if (other) throw invalidField("email", "EMAIL_TAKEN", "There is an account with this address already.");
}

/** A user of whom nothing is known but the name. */
export function newUser(
  id: string,
  username: string,
  createdAt: number,
): Omit<Row<"users">, "discriminator"> {
  return {
    id,
    username,
    usernameLower: username.toLowerCase(),
    globalName: null,
    email: null,
    emailLower: null,
    emailVerified: false,
    passwordHash: null,
    dateOfBirth: null,
    avatar: null,
    banner: null,
    bio: null,
    avatarColor: null,
    flags: 0,
    botFlags: 0,
    bot: false,
    system: false,
    createdAt,
    deletedAt: null,
  };
}
