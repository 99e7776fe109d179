import { imageField, present, trimmed } from "../accounts/fields.ts";
import { occasion } from "../audit/event.ts";
import type { Handlers } from "../http/operation.ts";
import { resetBotToken, updateBotProfile } from "./bots.ts";
import { confirmOwned } from "./confirmation.ts";
import type { ApplicationDeps } from "./deps.ts";
import { requireOwned } from "./ownership.ts";
import { describeApplication } from "./read.ts";
import { botProfileResponse, botResponse, ownApplicationResponse } from "./responses.ts";

/** FRIENDLY_BOT and FRIENDLY_BOT_MANUAL_APPROVAL; clients may send bits of the future. */
const KNOWN_BOT_FLAGS = 16 | 32;

export const botEndpoints = (deps: ApplicationDeps) =>
  ({
    async updateBotProfile({ params, body, caller, context, reply }) {
      const owned = { id: params.id, userId: caller.userId };
      await requireOwned(deps.db, owned.id, owned.userId);
      const change = present({
        username: body.username,
        discriminator: body.discriminator === undefined ? undefined : Number(body.discriminator),
        bio: trimmed(body.bio),
        avatar: imageField("avatar", body.avatar),
        banner: imageField("banner", body.banner),
        botFlags: body.bot_flags === undefined ? undefined : body.bot_flags & KNOWN_BOT_FLAGS,
      });
      const bot = await updateBotProfile(deps, occasion(deps, context), owned, change);
      return reply(200, botProfileResponse(bot));
    },

    async resetBotToken({ params, body, caller, context, reply }) {
      const owned = { id: params.id, userId: caller.userId };
      await confirmOwned(deps, context, owned, body?.password);
      const { bot, token } = await resetBotToken(deps, occasion(deps, context), owned);
      return reply(200, { token, bot: botResponse(bot) }, { "cache-control": "no-store" });
    },

    async listCurrentUserApplications({ caller, reply }) {
      return reply(
        200,
        ownApplicationResponse(await describeApplication(deps, caller.applicationId, "INVALID_TOKEN")),
      );
    },

    async getGatewayBot({ reply }) {
      // The gateway is another server; this says where it would be found, and that its limits are untouched.
      const url = `${deps.config.publicUrl.replace(/^http/, "ws")}/gateway`;
      const session_start_limit = {
        total: 1000,
        remaining: 1000,
        reset_after: 86_400_000,
        max_concurrency: 1,
      };
      return reply(200, { url, shards: 1, session_start_limit });
    },
  }) satisfies Pick<
    Handlers,
    "updateBotProfile" | "resetBotToken" | "listCurrentUserApplications" | "getGatewayBot"
  >;
