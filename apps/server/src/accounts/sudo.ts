import { type Occasion, recordEvent } from "../audit/event.ts";
import { ApiError, invalidField } from "../http/errors.ts";
import type { AccountDeps } from "./deps.ts";
import { verifyPassword } from "./password.ts";
import { findPassword } from "./store/users.ts";

/** What cannot be undone is confirmed with the account's password: whoever stole a session does not have it. */
export async function requireSudo(
  { db }: Pick<AccountDeps, "db">,
  occasion: Occasion,
  userId: string,
  password: string | undefined,
): Promise<void> {
  if (password === undefined || password === "") throw new ApiError("SUDO_MODE_REQUIRED");
  const [account] = await db.read(findPassword, { id: userId });
  if (await verifyPassword(account?.passwordHash, password)) return;
  await db.atomically((tx) =>
    recordEvent(tx, { ...occasion, action: "sudo.confirm", outcome: "failure", actorUserId: userId }),
  );
  throw invalidField("password", "INVALID_PASSWORD", "This is not the account's password.");
}
