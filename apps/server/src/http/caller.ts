import type { operationTable } from "@fluxer-oauth2/contract/operations";
import type { Scope } from "../lib/scopes.ts";

/** A person, signed in with a session token. */
export type UserCaller = { readonly kind: "user"; readonly userId: string; readonly sessionId: string };

/** An application that acts for a user with an access token. */
export type TokenCaller = {
  readonly kind: "token";
  readonly userId: string;
  readonly applicationId: string;
  readonly grantId: string;
  readonly tokenId: string;
  readonly scopes: readonly Scope[];
  /** In milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  readonly subject: Subject;
};

/** What applications may see of a user, by scope; read with the token, because most of what they ask needs it. */
export type Subject = {
  readonly username: string;
  readonly discriminator: number;
  readonly globalName: string | null;
  readonly avatar: string | null;
  readonly avatarColor: number | null;
  readonly flags: number;
  readonly bot: boolean;
  readonly system: boolean;
  readonly email: string | null;
  readonly emailVerified: boolean;
};

/** An application's bot; its user id is the application's id. */
export type BotCaller = { readonly kind: "bot"; readonly userId: string; readonly applicationId: string };

/** An application that authenticated as itself. */
export type ClientCaller = {
  readonly kind: "client";
  readonly applicationId: string;
  readonly secretId: string;
};

export type AnyCaller = UserCaller | TokenCaller | BotCaller | ClientCaller;

/**
 * What http needs to know of the modules. Each answers undefined for a credential that is malformed, unknown, expired
 * or revoked, after the same work as for a good one: the comparison runs against a dummy when there is no row.
 */
export interface Authenticators {
  session(token: string): Promise<UserCaller | undefined>;
  accessToken(token: string): Promise<TokenCaller | undefined>;
  bot(token: string): Promise<BotCaller | undefined>;
  client(id: string, secret: string): Promise<ClientCaller | undefined>;
}

type Table = typeof operationTable;

/** Who can be calling, read from the operation's `security`: one member for each alternative. */
export type Caller<Id extends keyof Table> = Table[Id]["extensions"] extends {
  "x-client-authentication": unknown;
}
  ? ClientCaller
  : CallerOf<Table[Id]["security"][number]>;

// One alternative at a time, because the conditional distributes over the union.
type CallerOf<Alternative> = Alternative extends { session: unknown }
  ? UserCaller
  : Alternative extends { accessToken: unknown }
    ? TokenCaller
    : Alternative extends { botToken: unknown }
      ? BotCaller
      : undefined;
