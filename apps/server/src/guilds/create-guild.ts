import { type Occasion, recordEvent } from "../audit/event.ts";
import type { GuildDeps } from "./deps.ts";
import { type Guild, insertGuild, insertMember, insertRole } from "./store/guilds.ts";

/** With the role that everybody has, which has the guild's id, and the owner as its first member. */
export async function createGuild(
  { db, snowflakes }: GuildDeps,
  occasion: Occasion,
  { name, ownerId }: { name: string; ownerId: string },
): Promise<Guild> {
  const id = snowflakes.next();
  const { createdAt } = occasion;
  // No channel is made, because this provider has none.
  const guild = { id, name, icon: null, ownerId, systemChannelId: null, features: [], createdAt };
  const everyone = { id, guildId: id, name: "@everyone", permissions: "0", position: 0, color: 0, createdAt };
  await db.atomically(function* (tx) {
    yield* tx.send(insertGuild, guild);
    yield* tx.send(insertRole, everyone);
    yield* tx.send(insertMember, { guildId: id, userId: ownerId, joinedAt: createdAt });
    yield* recordEvent(tx, { ...occasion, action: "guild.create", outcome: "success", actorUserId: ownerId });
  });
  return guild;
}
