import type { Handlers } from "../http/operation.ts";
import { createAuthorize } from "./authorize.ts";
import { createConsent } from "./consent.ts";
import type { AuthorizationDeps } from "./deps.ts";
import { serverMetadata } from "./metadata.ts";
import { readParameters } from "./parameters.ts";

export const authorizationEndpoints = (deps: AuthorizationDeps) => {
  const authorize = createAuthorize(deps);
  const consent = createConsent(deps);
  return {
    async authorize({ query, repeated, context, reply }) {
      const outcome = await authorize(readParameters(query), repeated, context);
      if ("location" in outcome) return reply(302, undefined, { location: outcome.location });
      return reply(200, outcome.page, outcome.headers);
    },

    async grantOauth2Consent({ body, caller, context, reply }) {
      const parameters = readParameters({ response_type: "code", ...body });
      return reply(200, { redirect_to: await consent(parameters, caller, context) });
    },

    async getAuthorizationServerMetadata({ reply }) {
      return reply(200, serverMetadata(deps.config));
    },
  } satisfies Pick<Handlers, "authorize" | "grantOauth2Consent" | "getAuthorizationServerMetadata">;
};
