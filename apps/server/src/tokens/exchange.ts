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
  type StatementGrant,
  type TokenResponse,
} from "./grants/outcome.ts";
import { refreshToken } from "./grants/refresh_token.ts";

interface Asked<Type extends GrantType> {
  readonly body: Requests[Type];
  readonly client: ClientCaller;
  readonly context: Context;
}

type Exchange<Type extends GrantType> = (asked: Asked<Type>) => Promise<Outcome>;

/** What is issued, or what a refusal changes and the event that tells of it. */
export function createExchange(deps: TokenDeps) {
  const exchanges: { readonly [Type in GrantType]: Exchange<Type> } = {
    authorization_code: inTransaction(deps, authorizationCode(deps)),
    refresh_token: inTransaction(deps, refreshToken(deps)),
    client_credentials: inStatement(deps, clientCredentials(deps)),
  };

  return async <Type extends GrantType>(
    type: Type,
    body: Requests[Type],
    client: ClientCaller,
    context: Context,
  ): Promise<TokenResponse> => {
    const outcome = await exchanges[type]({ body, client, context });
    if (isRefusal(outcome)) throw told(outcome, context);
    return outcome;
  };
}

function inTransaction<Type extends GrantType>(deps: TokenDeps, grant: Grant<Type>): Exchange<Type> {
  function* exchange(tx: Transaction, asked: Asked<Type>): Work<Outcome> {
    const outcome = yield* grant(tx, { ...asked, now: deps.clock.now() });
    if (isRefusal(outcome)) yield* recordRefusal(tx, deps, outcome, asked);
    return outcome;
  }
  return (asked) => deps.db.atomically((tx) => exchange(tx, asked), { interleaved: true });
}

function inStatement<Type extends GrantType>(deps: TokenDeps, grant: StatementGrant<Type>): Exchange<Type> {
  return async (asked) => {
    const outcome = await grant({ ...asked, now: deps.clock.now() });
    if (isRefusal(outcome)) {
      await deps.db.atomically((tx) => recordRefusal(tx, deps, outcome, asked), { interleaved: true });
    }
    return outcome;
  };
}

function* recordRefusal(
  tx: Transaction,
  deps: TokenDeps,
  { action, grantId }: Refusal,
  { client, context }: Omit<Asked<GrantType>, "body">,
): Work<void> {
  const event = { ...occasion(deps, context), action, applicationId: client.applicationId, grantId };
  yield* recordEvent(tx, { ...event, outcome: "failure" });
}

function told({ error, reason }: Refusal, { headers }: Context): OAuthError {
  // RFC 6749 5.2: a client that tried the Authorization header is answered with the scheme it should use there.
  const isBasic = error === "invalid_client" && headers.has("authorization");
  return new OAuthError(error, reason, isBasic ? CHALLENGE : {});
}
