import type { Handlers } from "../http/operation.ts";
import { deauthorize, listAuthorizations } from "./authorizations.ts";
import type { TokenDeps } from "./deps.ts";
import { createExchange } from "./exchange.ts";
import { introspect } from "./introspect.ts";
import { revoke } from "./revoke.ts";
import { currentToken, userInformation } from "./subject.ts";

export function tokenEndpoints(deps: TokenDeps) {
  const exchange = createExchange(deps);
  return {
    async exchangeOauth2Token({ body, caller, context, reply }) {
      return reply(200, await exchange(body.grant_type, body, caller, context), NO_CACHE);
    },
    async revokeOauth2Token({ body, caller, context, reply }) {
      await revoke(deps, body.token, caller, context);
      return reply(200, {});
    },
    async revokeOauth2TokenAlias({ body, caller, context, reply }) {
      await revoke(deps, body.token, caller, context);
      return reply(200, {});
    },
    async introspectOauth2Token({ body, caller, reply }) {
      return reply(200, await introspect(deps, body.token, caller));
    },
    async getOauth2UserInformation({ caller, reply }) {
      return reply(200, userInformation(caller));
    },
    async getCurrentOauth2User({ caller, reply }) {
      return reply(200, await currentToken(deps, caller));
    },
    async listUserOauth2Authorizations({ caller, reply }) {
      return reply(200, await listAuthorizations(deps, caller));
    },
    async deauthorizeApplication({ params, caller, context, reply }) {
      await deauthorize(deps, caller, params.applicationId, context);
      return reply(204);
    },
  } satisfies Partial<Handlers>;
}

/** RFC 6749 5.1: the server MUST include Pragma: no-cache beside the Cache-Control that every answer has. */
const NO_CACHE = { pragma: "no-cache" };
