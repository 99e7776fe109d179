import { occasion, recordEvent } from "../audit/event.ts";
import type { Transaction } from "../db/database.ts";
import type { ClientCaller } from "../http/caller.ts";
import { CHALLENGE } from "../http/client-authentication.ts";
import { OAuthError } from "../http/errors.ts";
import type { Context } from "../http/operation.ts";
import type { TokenDeps } from "./deps.ts";
import { authorizationCode } from "./grants/authorization_code.ts";
import { clientCredentials } from "./grants/client_credentials.ts";
import {
  type Grant,
  type GrantType,
  isRefusal,
  type Refusal,
  type Requests,
  type TokenResponse,
} from "./grants/outcome.ts";
import { refreshToken } from "./grants/refresh_token.ts";

type Grants = { readonly [Type in GrantType]: Grant<Type> };

/** One transaction for what is issued, or for what a refusal changes and the event that tells of it. */
export function createExchange(deps: TokenDeps) {
  const grants: Grants = {
    authorization_code: authorizationCode(deps),
    refresh_token: refreshToken(deps),
    client_credentials: clientCredentials(deps),
  };

  return async <Type extends GrantType>(
    type: Type,
    body: Requests[Type],
    client: ClientCaller,
    context: Context,
  ): Promise<TokenResponse> => {
    const { applicationId } = client;
    const work = function* (tx: Transaction) {
      const outcome = yield* grants[type](tx, { body, client, now: deps.clock.now() });
      if (isRefusal(outcome)) {
        const { action, grantId } = outcome;
        const event = { ...occasion(deps, context), action, applicationId, grantId };
        yield* recordEvent(tx, { ...event, outcome: "failure" });
      }
      return outcome;
    };
    const outcome = await deps.db.atomically(work, { interleaved: true });
    if (isRefusal(outcome)) throw told(outcome, context);
    return outcome;
  };
}

function told({ error, reason }: Refusal, { headers }: Context): OAuthError {
  // RFC 6749 5.2: a client that tried the Authorization header is answered with the scheme it should use there.
  const isBasic = error === "invalid_client" && headers.has("authorization");
  return new OAuthError(error, reason, isBasic ? CHALLENGE : {});
}
