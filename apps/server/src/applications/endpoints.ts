import { present } from "../accounts/fields.ts";
import { ownerAuditLogEntry } from "../audit/entry.ts";
import { occasion } from "../audit/event.ts";
import { listEvents } from "../audit/page.ts";
import type { Handlers } from "../http/operation.ts";
import { botEndpoints } from "./bot-endpoints.ts";
import { confirmOwned } from "./confirmation.ts";
import { createApplication } from "./create.ts";
import { deleteApplication } from "./delete.ts";
import type { ApplicationDeps } from "./deps.ts";
import { requireOwned } from "./ownership.ts";
import { describeApplication, ownerView, ownerViews } from "./read.ts";
import { checkRedirectUris } from "./redirect-uri.ts";
import { adminResponse, applicationResponse, publicResponse } from "./responses.ts";
import { resetClientSecret } from "./secret-reset.ts";
import { updateApplication } from "./update.ts";

export const applicationEndpoints = (deps: ApplicationDeps) =>
  ({
    ...botEndpoints(deps),

    async createOauth2Application({ body, caller, context, reply }) {
      const credentials = await createApplication(deps, occasion(deps, context), {
        ownerId: caller.userId,
        name: body.name.trim(),
        redirectUris: checkRedirectUris(body.redirect_uris ?? []),
        botPublic: body.bot_public ?? true,
        botRequireCodeGrant: body.bot_require_code_grant ?? false,
      });
      const { bot, ...application } = await ownApplication(deps, credentials.id, caller.userId);
      const client_secret = credentials.clientSecret;
      const secrets = bot
        ? { client_secret, bot: { ...bot, token: credentials.botToken } }
        : { client_secret };
      return reply(200, { ...application, ...secrets }, NO_STORE);
    },

    async listUserApplications({ caller, reply }) {
      return reply(200, (await ownerViews(deps, caller.userId)).map(applicationResponse));
    },

    async listUserApplicationsAlias({ caller, reply }) {
      return reply(200, (await ownerViews(deps, caller.userId)).map(applicationResponse));
    },

    async getApplication({ params, caller, reply }) {
      return reply(200, await ownApplication(deps, params.id, caller.userId));
    },

    async updateApplication({ params, body, caller, context, reply }) {
      const owned = { id: params.id, userId: caller.userId };
      await requireOwned(deps.db, owned.id, owned.userId);
      const replaced = body.redirect_uris === null ? [] : body.redirect_uris;
      const change = present({
        name: body.name?.trim(),
        redirectUris: replaced && checkRedirectUris(replaced, mayUseHttp),
        botPublic: body.bot_public,
        botRequireCodeGrant: body.bot_require_code_grant,
      });
      await updateApplication(deps, occasion(deps, context), owned, change);
      return reply(200, await ownApplication(deps, params.id, caller.userId));

      function mayUseHttp(redirectUri: string): boolean {
        const isAllowed = deps.config.redirectUriUpdateAllowHttp;
        if (isAllowed) context.log.warn({ applicationId: owned.id, redirectUri }, "plain http is registered");
        return isAllowed;
      }
    },

    async deleteApplication({ params, body, caller, context, reply }) {
      const owned = { id: params.id, userId: caller.userId };
      await confirmOwned(deps, context, owned, body?.password);
      await deleteApplication(deps, occasion(deps, context), owned);
      return reply(204);
    },

    async resetClientSecret({ params, body, caller, context, reply }) {
      const owned = { id: params.id, userId: caller.userId };
      await confirmOwned(deps, context, owned, body?.password);
      const overlapSeconds = body?.overlap_seconds ?? 0;
      const client_secret = await resetClientSecret(deps, occasion(deps, context), {
        ...owned,
        overlapSeconds,
      });
      return reply(
        200,
        { ...(await ownApplication(deps, params.id, caller.userId)), client_secret },
        NO_STORE,
      );
    },

    async getPublicApplication({ params, reply }) {
      return reply(200, publicResponse(await describeApplication(deps, params.id)));
    },

    async listApplicationAuditLogs({ params, query, caller, reply }) {
      await requireOwned(deps.db, params.id, caller.userId);
      const events = await listEvents(deps.db, { ...query, applicationId: params.id });
      return reply(
        200,
        events.map((event) => ownerAuditLogEntry(event, caller.userId)),
      );
    },

    async getAdminApplication({ params, reply }) {
      return reply(200, adminResponse((await describeApplication(deps, params.id)).application));
    },
  }) satisfies Pick<
    Handlers,
    | "createOauth2Application"
    | "listUserApplications"
    | "listUserApplicationsAlias"
    | "getApplication"
    | "updateApplication"
    | "deleteApplication"
    | "resetClientSecret"
    | "getPublicApplication"
    | "listApplicationAuditLogs"
    | "getAdminApplication"
  >;

const NO_STORE = { "cache-control": "no-store" };

async function ownApplication(deps: ApplicationDeps, id: string, userId: string) {
  return applicationResponse(await ownerView(deps, id, userId));
}
