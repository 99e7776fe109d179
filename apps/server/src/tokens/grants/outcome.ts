import type { Schemas } from "@fluxer-oauth2/contract";
import type { AuditEvent } from "../../audit/event.ts";
import type { Transaction, Work } from "../../db/database.ts";
import type { ClientCaller } from "../../http/caller.ts";
import type { OAuthErrorCode } from "../../http/errors.ts";
import type { Body } from "../../http/operation.ts";

type TokenRequest = Body<"exchangeOauth2Token">;
export type GrantType = TokenRequest["grant_type"];
export type TokenResponse = Schemas["OAuth2TokenResponse"] | Schemas["ClientCredentialsTokenResponse"];

/** What is refused is returned, not thrown: what it changes and the event that tells of it are committed first. */
export interface Refusal {
  readonly error: OAuthErrorCode;
  /** Private, for the log. */
  readonly reason: string;
  readonly action: AuditEvent["action"];
  readonly grantId?: string;
}

export type Outcome = TokenResponse | Refusal;

/** The requests by their grant type, so that each grant meets its own. */
export type Requests = { readonly [Type in GrantType]: Extract<TokenRequest, { grant_type: Type }> };

export interface Exchange<Type extends GrantType> {
  readonly body: Requests[Type];
  /** Authenticated. */
  readonly client: ClientCaller;
  readonly now: number;
}

/** In a transaction, with the event that tells of a refusal. */
export type Grant<Type extends GrantType> = (tx: Transaction, exchange: Exchange<Type>) => Work<Outcome>;

/** One statement that does all or nothing, so that it needs no transaction around it. */
export type StatementGrant<Type extends GrantType> = (exchange: Exchange<Type>) => Promise<Outcome>;

export function refuse(
  error: OAuthErrorCode,
  reason: string,
  more: { action?: AuditEvent["action"]; grantId?: string } = {},
): Refusal {
  return { error, reason, action: "token.refuse", ...more };
}

export function isRefusal(outcome: Outcome): outcome is Refusal {
  return "error" in outcome;
}
