import { formatDiscriminator } from "../accounts/responses.ts";
import { findUser } from "../accounts/store/users.ts";
import { mayManageGuild } from "../guilds/permissions.ts";
import { listGuildsOf } from "../guilds/read.ts";
import { selectGuildsOfUser } from "../guilds/store/guilds.ts";
import { ApiError } from "../http/errors.ts";
import type { BrowserSession } from "../http/pages/browser-session.ts";
import { formToken } from "../http/pages/forms.ts";
import { formTarget, pageHeaders } from "../http/pages/headers.ts";
import { authorizePath } from "../http/pages/next.ts";
import { type ConsentPage, consentPage } from "../http/pages/templates/consent.ts";
import type { AuthorizationRequest } from "./checks.ts";
import type { AuthorizationDeps } from "./deps.ts";
import type { Parameters } from "./parameters.ts";
import { keepPending } from "./pending.ts";
import type { View } from "./view.ts";

/** Undefined when the session has ended while the page was made. */
export function createConsentView(deps: AuthorizationDeps) {
  return async (
    request: AuthorizationRequest,
    parameters: Parameters,
    { caller, token }: BrowserSession,
  ): Promise<View | undefined> => {
    const pending = await keepPending(deps, caller.sessionId, parameters);
    if (pending === undefined) return undefined;
    const { application, scopes, redirectUri } = request;
    const page = consentPage({
      application,
      user: await describeUser(deps, caller.userId),
      scopes,
      redirectUri,
      bot: scopes.includes("bot") ? await botChoice(deps, request, caller.userId) : undefined,
      request: pending,
      formToken: formToken(token),
      next: authorizePath(parameters),
    });
    return { page, headers: pageHeaders(formTarget(redirectUri)) };
  };
}

async function describeUser({ db }: AuthorizationDeps, id: string): Promise<ConsentPage["user"]> {
  const [user] = await db.read(findUser, { id });
  if (user === undefined) throw new ApiError("UNKNOWN_USER");
  const { username, globalName, discriminator } = user;
  return { id, name: globalName, tag: `${username}#${formatDiscriminator(discriminator)}` };
}

/** The guilds that the user may add a bot to, those where it is already among them. */
async function botChoice(
  deps: AuthorizationDeps,
  { application, permissions, guildId, redirectUri }: AuthorizationRequest,
  userId: string,
): Promise<NonNullable<ConsentPage["bot"]>> {
  const theBots = await deps.db.read(selectGuildsOfUser, { userId: application.id });
  const managed = (await listGuildsOf(deps, userId)).filter((own) => mayManageGuild(own.permissions));
  const guilds = managed
    .map(({ guild: { id, name } }) => ({ id, name, hasBot: theBots.some((guild) => guild.id === id) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  return { guilds, preselected: guildId, isOptional: redirectUri !== undefined, permissions };
}
