import type { Schemas } from "@fluxer-oauth2/contract";
import { formatDiscriminator } from "../accounts/responses.ts";
import type { TokenCaller } from "../http/caller.ts";
import { ApiError } from "../http/errors.ts";
import type { TokenDeps } from "./deps.ts";
import { findSubject, findSubjectAndApplication, type Subject } from "./store/subjects.ts";

type Reader = Pick<TokenDeps, "db">;

export async function userInformation(
  { db }: Reader,
  { userId, scopes }: TokenCaller,
): Promise<Schemas["OAuth2UserInfoResponse"]> {
  const [subject] = await db.read(findSubject, { userId });
  if (!subject) throw gone();
  return { sub: userId, ...profileOf(subject), ...emailOf(subject, scopes) };
}

export async function currentToken(
  { db }: Reader,
  { userId, applicationId, scopes, expiresAt }: TokenCaller,
): Promise<Schemas["OAuth2MeResponse"]> {
  const [row] = await db.read(findSubjectAndApplication, { userId, applicationId });
  if (!row) throw gone();
  const application = {
    id: applicationId,
    name: row.name,
    icon: row.icon,
    description: row.description,
    flags: row.applicationFlags,
    bot_public: row.botPublic,
    bot_require_code_grant: row.botRequireCodeGrant,
  };
  const token = { application, scopes: [...scopes], expires: new Date(expiresAt).toISOString() };
  if (!scopes.includes("identify")) return token;
  const user = {
    ...profileOf(row),
    avatar_color: row.avatarColor,
    ...(row.bot && { bot: true }),
    ...(row.system && { system: true }),
    ...emailOf(row, scopes),
  };
  return { ...token, user };
}

function profileOf(subject: Subject) {
  return {
    id: subject.userId,
    username: subject.username,
    discriminator: formatDiscriminator(subject.discriminator),
    global_name: subject.globalName,
    avatar: subject.avatar,
    flags: subject.flags,
  };
}

function emailOf({ email, emailVerified }: Subject, scopes: TokenCaller["scopes"]) {
  return scopes.includes("email") ? { email, verified: emailVerified } : {};
}

/** The application was deleted while the request was under way. */
function gone(): ApiError {
  return new ApiError("INVALID_TOKEN", { reason: "the token's user or application is gone" });
}
