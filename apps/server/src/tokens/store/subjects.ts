import { eq } from "drizzle-orm";
import type { Tables } from "../../db/schema.ts";
import { type Statement, statement } from "../../db/statement.ts";

const subjectColumns = ({ users }: Tables) => ({
  userId: users.id,
  username: users.username,
  discriminator: users.discriminator,
  globalName: users.globalName,
  avatar: users.avatar,
  flags: users.flags,
  email: users.email,
  emailVerified: users.emailVerified,
});

/** Whom a token acts for. */
export const findSubject = statement<{ userId: string }>()("find_subject", (q, t, p) =>
  q.select(subjectColumns(t)).from(t.users).where(eq(t.users.id, p.userId)),
);

/** Whom a token acts for, and the application that acts. */
export const findSubjectAndApplication = statement<{ userId: string; applicationId: string }>()(
  "find_subject_and_application",
  (q, t, p) =>
    q
      .select({
        ...subjectColumns(t),
        avatarColor: t.users.avatarColor,
        bot: t.users.bot,
        system: t.users.system,
        name: t.applications.name,
        icon: t.applications.icon,
        description: t.applications.description,
        applicationFlags: t.applications.flags,
        botPublic: t.applications.botPublic,
        botRequireCodeGrant: t.applications.botRequireCodeGrant,
      })
      .from(t.applications)
      .innerJoin(t.users, eq(t.users.id, p.userId))
      .where(eq(t.applications.id, p.applicationId)),
);

type RowOf<S> = S extends Statement<{ userId: string; applicationId: string }, infer R> ? R : never;
export type SubjectAndApplication = RowOf<typeof findSubjectAndApplication>;
export type Subject = Pick<SubjectAndApplication, keyof ReturnType<typeof subjectColumns>>;
