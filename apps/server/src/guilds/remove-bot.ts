import { eq, inArray } from "drizzle-orm";
import type { Transaction, Work } from "../db/database.ts";
import { statement } from "../db/statement.ts";

/** Here only consent gives roles, and each is one bot's own. */
const deleteRolesOfBot = statement<{ botId: string }>()("delete_roles_of_bot", (q, t, p) => {
  const own = q
    .select({ id: t.guildMemberRoles.roleId })
    .from(t.guildMemberRoles)
    .where(eq(t.guildMemberRoles.userId, p.botId));
  return q.delete(t.guildRoles).where(inArray(t.guildRoles.id, own));
});

const deleteMembershipsOfBot = statement<{ botId: string }>()("delete_memberships_of_bot", (q, t, p) =>
  q.delete(t.guildMembers).where(eq(t.guildMembers.userId, p.botId)),
);

/** Out of every guild, with the roles that were made for it. */
export function* removeBot(tx: Transaction, botId: string): Work<void> {
  yield* tx.run(deleteRolesOfBot, { botId });
  yield* tx.run(deleteMembershipsOfBot, { botId });
}
