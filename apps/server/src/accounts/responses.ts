import type { Schemas } from "@fluxer-oauth2/contract";
import type { Connection } from "./store/connections.ts";
import type { User } from "./store/users.ts";

/** What everyone may see of a user. */
export function publicUser(user: User): Schemas["UserResponse"] {
  return {
    id: user.id,
    username: user.username,
    discriminator: formatDiscriminator(user.discriminator),
    global_name: user.globalName,
    avatar: user.avatar,
    avatar_color: user.avatarColor,
    banner: user.banner,
    bio: user.bio,
    flags: user.flags,
    ...(user.bot && { bot: true }),
    ...(user.system && { system: true }),
  };
}

/** With the email address: for the account itself, a token with the scope `email`, and administrators. */
export function fullUser(user: User): Schemas["UserResponse"] {
  return { ...publicUser(user), email: user.email, verified: user.emailVerified };
}

export function formatDiscriminator(discriminator: number): string {
  return String(discriminator).padStart(4, "0");
}

export function connectionResponse(connection: Connection): Schemas["ConnectionResponse"] {
  return {
    id: connection.id,
    type: connection.type,
    name: connection.name,
    verified: connection.verified,
    visibility: connection.visibility === 0 ? 0 : 1,
  };
}
