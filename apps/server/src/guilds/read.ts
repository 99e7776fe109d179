import type { User } from "../accounts/store/users.ts";
import { ApiError } from "../http/errors.ts";
import type { GuildDeps } from "./deps.ts";
import { permissionsIn } from "./permissions.ts";
import {
  findGuild,
  findMember,
  type Guild,
  type Membership,
  selectGuildsOfUser,
  selectMemberRoleIds,
  selectRolesOfUser,
} from "./store/guilds.ts";

type Reads = Pick<GuildDeps, "db">;

/** A guild, for its members only. */
export async function guildFor({ db }: Reads, { guildId, userId }: Membership): Promise<Guild> {
  const [guild] = await db.read(findGuild, { id: guildId });
  if (guild === undefined) throw new ApiError("UNKNOWN_GUILD");
  const [member] = await db.read(findMember, { guildId, userId });
  if (member === undefined) throw new ApiError("ACCESS_DENIED");
  return guild;
}

export type Member = { user: User; joinedAt: number; roleIds: string[] };

export async function findGuildMember({ db }: Reads, membership: Membership): Promise<Member> {
  const [member] = await db.read(findMember, membership);
  if (member === undefined) throw new ApiError("UNKNOWN_USER");
  const { joinedAt, ...user } = member;
  const roles = await db.read(selectMemberRoleIds, membership);
  return { user, joinedAt, roleIds: roles.map(({ id }) => id) };
}

export type OwnGuild = { guild: Guild; permissions: bigint };

/** The guilds that somebody is a member of, with what they may do there. */
export async function listGuildsOf({ db }: Reads, userId: string): Promise<OwnGuild[]> {
  const guilds = await db.read(selectGuildsOfUser, { userId });
  const roles = Map.groupBy(await db.read(selectRolesOfUser, { userId }), ({ guildId }) => guildId);
  return guilds.map((guild) => ({
    guild,
    permissions: permissionsIn(guild, userId, roles.get(guild.id) ?? []),
  }));
}
