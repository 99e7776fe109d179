import { occasion } from "../audit/event.ts";
import type { Handlers } from "../http/operation.ts";
import { createGuild } from "./create-guild.ts";
import type { GuildDeps } from "./deps.ts";
import { findGuildMember, guildFor, listGuildsOf } from "./read.ts";
import { guildResponse, memberResponse, roleResponse, userGuildResponse } from "./responses.ts";
import { selectRoles } from "./store/guilds.ts";

export const guildEndpoints = (deps: GuildDeps) =>
  ({
    async createGuild({ body, caller, context, reply }) {
      const wanted = { name: body.name.trim(), ownerId: caller.userId };
      return reply(200, guildResponse(await createGuild(deps, occasion(deps, context), wanted)));
    },

    async getGuild({ params, caller, reply }) {
      return reply(200, guildResponse(await guildFor(deps, { guildId: params.id, userId: caller.userId })));
    },

    async getGuildMember({ params, caller, reply }) {
      const guild = await guildFor(deps, { guildId: params.id, userId: caller.userId });
      const member = await findGuildMember(deps, { guildId: guild.id, userId: params.userId });
      return reply(200, memberResponse(member));
    },

    async listGuildRoles({ params, caller, reply }) {
      const guild = await guildFor(deps, { guildId: params.id, userId: caller.userId });
      const roles = await deps.db.read(selectRoles, { guildId: guild.id });
      return reply(200, roles.map(roleResponse));
    },

    async listCurrentUserGuilds({ caller, reply }) {
      const guilds = await listGuildsOf(deps, caller.userId);
      return reply(200, guilds.map(userGuildResponse(caller.userId)));
    },
  }) satisfies Pick<
    Handlers,
    "createGuild" | "getGuild" | "getGuildMember" | "listGuildRoles" | "listCurrentUserGuilds"
  >;
