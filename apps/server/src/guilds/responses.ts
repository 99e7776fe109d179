import type { Schemas } from "@fluxer-oauth2/contract";
import { publicUser } from "../accounts/responses.ts";
import type { Member, OwnGuild } from "./read.ts";
import type { Guild, Role } from "./store/guilds.ts";

export function guildResponse(guild: Guild): Schemas["GuildResponse"] {
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    owner_id: guild.ownerId,
    system_channel_id: guild.systemChannelId,
  };
}

export function roleResponse(role: Role): Schemas["GuildRoleResponse"] {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions,
    color: role.color,
    position: role.position,
  };
}

export function memberResponse({ user, joinedAt, roleIds }: Member): Schemas["GuildMemberResponse"] {
  return { user: publicUser(user), roles: roleIds, joined_at: new Date(joinedAt).toISOString() };
}

export function userGuildResponse(userId: string) {
  return ({ guild, permissions }: OwnGuild): Schemas["UserGuildResponse"] => ({
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    owner: guild.ownerId === userId,
    owner_id: guild.ownerId,
    permissions: String(permissions),
    features: guild.features,
  });
}
