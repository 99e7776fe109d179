import type { Transaction, Work } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { allocateDiscriminator } from "./discriminator.ts";
import { findByName, type User, updateProfile } from "./store/users.ts";

/** What is absent stays as it is. */
export type ProfileChange = Partial<
  Pick<User, "username" | "discriminator" | "globalName" | "bio" | "avatar" | "banner" | "botFlags">
>;

export function* changeProfile(tx: Transaction, user: User, change: ProfileChange): Work<User> {
  const changed = { ...user, ...change, ...(yield* changeName(tx, user, change)) };
  yield* tx.send(updateProfile, changed);
  return changed;
}

function* changeName(tx: Transaction, user: User, change: ProfileChange) {
  const username = change.username ?? user.username;
  const usernameLower = username.toLowerCase();
  const isSameName = usernameLower === user.usernameLower;
  // The number belongs to the name in any case, so a change of case alone keeps it.
  const wanted = change.discriminator ?? (isSameName ? user.discriminator : undefined);
  if (isSameName && wanted === user.discriminator) return { username };

  function* isFree(discriminator: number): Work<boolean> {
    return (yield* tx.run(findByName, { usernameLower, discriminator })).length === 0;
  }
  if (wanted === undefined) {
    return {
      username,
      usernameLower,
      discriminator: yield* allocateDiscriminator(tx, usernameLower, isFree),
    };
  }
  if (!(yield* isFree(wanted))) throw new ApiError("USERNAME_NOT_AVAILABLE");
  return { username, usernameLower, discriminator: wanted };
}
