import { occasion, recordEvent } from "../audit/event.ts";
import type { Transaction, Work } from "../db/database.ts";
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
  type Outcome,
  type Refusal,
  type Requests,
  type TokenResponse,
} from "./grants/outcome.ts";
import { refreshToken } from "./grants/refresh_token.ts";

interface Asked<Type extends GrantType> {
  readonly type: Type;
  readonly body: Requests[Type];
  readonly client: ClientCaller;
  readonly context: Context;
}

type Grants = { readonly [Type in GrantType]: Grant<Type> };

/** One transaction for what is issued, or for what a refusal changes and the event that tells of it. */
export function createExchange(deps: TokenDeps) {
  const grants: Grants = {
    authorization_code: authorizationCode(deps),
    refresh_token: refreshToken(deps),
    client_credentials: clientCredentials(deps),
  };

  function* exchange<Type extends GrantType>(
    tx: Transaction,
    { type, body, client, context }: Asked<Type>,
  ): Work<Outcome> {
    const outcome = yield* grants[type](tx, { body, client, now: deps.clock.now() });
    if (isRefusal(outcome)) {
      const { action, grantId } = outcome;
      const event = { ...occasion(deps, context), action, applicationId: client.applicationId, grantId };
      yield* recordEvent(tx, { ...event, outcome: "failure" });
    }
    return outcome;
  }

  return async <Type extends GrantType>(
    type: Type,
    body: Requests[Type],
    client: ClientCaller,
    context: Context,
  ): Promise<TokenResponse> => {
    const asked = { type, body, client, context };
    const outcome = await deps.db.atomically((tx) => exchange(tx, asked), { interleaved: true });
    if (isRefusal(outcome)) throw told(outcome, context);
    return outcome;
  };
}

function told({ error, reason }: Refusal, { headers }: Context): OAuthError {
  // RFC 6749 5.2: a client that tried the Authorization header is answered with the scheme it should use there.
  const isBasic = error === "invalid_client" && headers.has("authorization");
  return new OAuthError(error, reason, isBasic ? CHALLENGE : {});
}
