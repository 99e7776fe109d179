import type { Schemas } from "@fluxer-oauth2/contract";
import { formatDiscriminator } from "../accounts/responses.ts";
import type { User } from "../accounts/store/users.ts";
import { SCOPES } from "../lib/scopes.ts";
import type { Described, OwnerView } from "./read.ts";
import type { Application } from "./store/applications.ts";
import type { SecretMetadata } from "./store/secrets.ts";

/** As its owner sees it, without secrets. */
export function applicationResponse({
  application,
  bot,
  secrets,
}: OwnerView): Schemas["ApplicationResponse"] {
  return {
    id: application.id,
    name: application.name,
    redirect_uris: application.redirectUris,
    bot_public: application.botPublic,
    bot_require_code_grant: application.botRequireCodeGrant,
    client_secrets: secrets.map(secretResponse),
    ...(bot && { bot: botResponse(bot) }),
  };
}

function secretResponse(secret: SecretMetadata): Schemas["ClientSecretMetadata"] {
  return {
    created_at: isoTime(secret.createdAt),
    last_used_at: secret.lastUsedAt === null ? null : isoTime(secret.lastUsedAt),
    expires_at: secret.expiresAt === null ? null : isoTime(secret.expiresAt),
  };
}

export function botResponse(bot: User): Schemas["ApplicationBotResponse"] {
  return {
    ...botProfileResponse(bot),
    flags: bot.botFlags,
    // A bot has no second factor, because it has no password.
    mfa_enabled: false,
    authenticator_types: [],
  };
}

export function botProfileResponse(bot: User): Schemas["BotProfileResponse"] {
  return {
    id: bot.id,
    username: bot.username,
    discriminator: formatDiscriminator(bot.discriminator),
    avatar: bot.avatar,
    banner: bot.banner,
    bio: bot.bio,
  };
}

export function publicResponse({ application, bot }: Described): Schemas["ApplicationPublicResponse"] {
  return {
    id: application.id,
    name: application.name,
    icon: application.icon,
    description: application.description,
    redirect_uris: application.redirectUris,
    scopes: SCOPES.filter((scope) => scope !== "admin" || application.trusted),
    bot_public: application.botPublic,
    bot: bot ? botResponse(bot) : null,
  };
}

/** As its bot sees it. */
export function ownApplicationResponse({ application, bot }: Described): Schemas["ApplicationsMeResponse"] {
  return {
    id: application.id,
    name: application.name,
    icon: application.icon,
    description: application.description,
    flags: application.flags,
    bot_public: application.botPublic,
    bot_require_code_grant: application.botRequireCodeGrant,
    ...(bot && { bot: botResponse(bot) }),
  };
}

export function adminResponse(application: Application): Schemas["AdminApplicationResponse"] {
  return {
    id: application.id,
    name: application.name,
    owner_id: application.ownerId,
    description: application.description,
    icon: application.icon,
    redirect_uris: application.redirectUris,
    bot_public: application.botPublic,
    bot_require_code_grant: application.botRequireCodeGrant,
    flags: application.flags,
    trusted: application.trusted,
    created_at: isoTime(application.createdAt),
  };
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
