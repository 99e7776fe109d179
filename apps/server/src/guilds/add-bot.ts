import { findUser } from "../accounts/store/users.ts";
import type { Transaction, Work } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { KNOWN_PERMISSIONS } from "../lib/permissions.ts";
import type { GuildDeps } from "./deps.ts";
import { mayManageGuild, memberPermissions } from "./permissions.ts";
import { findGuild, findHighestPosition, giveRole, insertMember, insertRole } from "./store/guilds.ts";

export interface BotInvitation {
  readonly guildId: string;
  /** Who adds the bot. */
  readonly userId: string;
  readonly application: { readonly id: string; readonly name: string };
  readonly permissions: bigint;
}

/** The bot joins, with a role of its own when it is to have permissions. Throws, so that nothing of the consent stays. */
export function* addBot(
  tx: Transaction,
  deps: Pick<GuildDeps, "clock" | "snowflakes">,
  { guildId, userId, application, permissions }: BotInvitation,
): Work<void> {
  const [guild] = yield* tx.run(findGuild, { id: guildId });
  if (guild === undefined) throw new ApiError("UNKNOWN_GUILD");
  const allowed = yield* memberPermissions(tx, { guildId, userId });
  if (allowed === undefined || !mayManageGuild(allowed)) throw new ApiError("MISSING_PERMISSIONS");
  const [bot] = yield* tx.run(findUser, { id: application.id });
  if (bot === undefined) throw new ApiError("BOT_USER_NOT_FOUND");
  const now = deps.clock.now();
  const joined = yield* tx.run(insertMember, { guildId, userId: bot.id, joinedAt: now });
  if (joined.length === 0) throw new ApiError("BOT_ALREADY_IN_GUILD");
  const granted = permissions & KNOWN_PERMISSIONS;
  if (granted === 0n) return;
  const roleId = deps.snowflakes.next();
  const [highest] = yield* tx.run(findHighestPosition, { guildId });
  yield* tx.send(insertRole, {
    id: roleId,
    guildId,
    name: application.name,
    permissions: String(granted),
    position: (highest?.position ?? 0) + 1,
    color: 0,
    createdAt: now,
  });
  yield* tx.send(giveRole, { guildId, userId: bot.id, roleId });
}
