import type { Schemas } from "@fluxer-oauth2/contract";
import { formatDiscriminator } from "../accounts/responses.ts";
import type { Subject, TokenCaller } from "../http/caller.ts";
import { ApiError } from "../http/errors.ts";
import type { TokenDeps } from "./deps.ts";
import { findClientApplication } from "./store/client-application.ts";

export function userInformation(caller: TokenCaller): Schemas["OAuth2UserInfoResponse"] {
  return { sub: caller.userId, ...profileOf(caller), ...emailOf(caller) };
}

export async function currentToken(
  { db }: Pick<TokenDeps, "db">,
  caller: TokenCaller,
): Promise<Schemas["OAuth2MeResponse"]> {
  const { applicationId, subject, scopes, expiresAt } = caller;
  const [row] = await db.read(findClientApplication, { id: applicationId });
  // It was deleted while the request was under way.
  if (!row) throw new ApiError("INVALID_TOKEN", { reason: "the token's application is gone" });
  const application = {
    id: applicationId,
    name: row.name,
    icon: row.icon,
    description: row.description,
    flags: row.flags,
    bot_public: row.botPublic,
    bot_require_code_grant: row.botRequireCodeGrant,
  };
  const token = { application, scopes: [...scopes], expires: new Date(expiresAt).toISOString() };
  if (!scopes.includes("identify")) return token;
  const user = {
    ...profileOf(caller),
    avatar_color: subject.avatarColor,
    ...(subject.bot && { bot: true }),
    ...(subject.system && { system: true }),
    ...emailOf(caller),
  };
  return { ...token, user };
}

function profileOf({ userId, subject }: { userId: string; subject: Subject }) {
  return {
    id: userId,
    username: subject.username,
    discriminator: formatDiscriminator(subject.discriminator),
    global_name: subject.globalName,
    avatar: subject.avatar,
    flags: subject.flags,
  };
}

function emailOf({ subject: { email, emailVerified }, scopes }: TokenCaller) {
  return scopes.includes("email") ? { email, verified: emailVerified } : {};
}
