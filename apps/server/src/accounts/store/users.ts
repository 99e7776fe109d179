import { and, eq, isNull } from "drizzle-orm";
import type { Row, Tables } from "../../db/schema.ts";
import { everyColumn, statement } from "../../db/statement.ts";

/** What is known of a user but for the password and the date of birth. */
export type User = Omit<
  Row<"users">,
  "emailLower" | "passwordHash" | "dateOfBirth" | "createdAt" | "deletedAt"
>;

export const userColumns = ({ users }: Tables) => ({
  id: users.id,
  username: users.username,
  usernameLower: users.usernameLower,
  discriminator: users.discriminator,
  globalName: users.globalName,
  email: users.email,
  emailVerified: users.emailVerified,
  avatar: users.avatar,
  banner: users.banner,
  bio: users.bio,
  avatarColor: users.avatarColor,
  flags: users.flags,
  botFlags: users.botFlags,
  bot: users.bot,
  system: users.system,
});

export const findUser = statement<{ id: string }>()("find_user", (q, t, p) =>
  q
    .select(userColumns(t))
    .from(t.users)
    .where(and(eq(t.users.id, p.id), isNull(t.users.deletedAt))),
);

export const findPassword = statement<{ id: string }>()("find_password", (q, t, p) =>
  q.select({ passwordHash: t.users.passwordHash }).from(t.users).where(eq(t.users.id, p.id)),
);

export const findByEmail = statement<{ emailLower: string }>()("find_user_by_email", (q, t, p) =>
  q
    .select({ id: t.users.id, passwordHash: t.users.passwordHash })
    .from(t.users)
    .where(and(eq(t.users.emailLower, p.emailLower), isNull(t.users.deletedAt))),
);

export const findByName = statement<{ usernameLower: string; discriminator: number }>()(
  "find_user_by_name",
  (q, t, p) =>
    q
      .select({ id: t.users.id })
      .from(t.users)
      .where(and(eq(t.users.usernameLower, p.usernameLower), eq(t.users.discriminator, p.discriminator))),
);

export const findTakenDiscriminators = statement<{ usernameLower: string }>()(
  "find_taken_discriminators",
  (q, t, p) =>
    q
      .select({ discriminator: t.users.discriminator })
      .from(t.users)
      .where(eq(t.users.usernameLower, p.usernameLower)),
);

/** Answers no row when the name with this discriminator, or the email address, is taken. */
export const insertUser = statement<Row<"users">>()("insert_user", (q, t, p) =>
  q.insert(t.users).values(everyColumn(t.users, p)).onConflictDoNothing().returning({ id: t.users.id }),
);

export const updateProfile = statement<
  Pick<
    User,
    | "id"
    | "username"
    | "usernameLower"
    | "discriminator"
    | "globalName"
    | "bio"
    | "avatar"
    | "banner"
    | "botFlags"
  >
>()("update_profile", (q, t, p) =>
  q
    .update(t.users)
    .set({
      username: p.username,
      usernameLower: p.usernameLower,
      discriminator: p.discriminator,
      globalName: p.globalName,
      bio: p.bio,
      avatar: p.avatar,
      banner: p.banner,
      botFlags: p.botFlags,
    })
    .where(eq(t.users.id, p.id)),
);
