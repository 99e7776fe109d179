import type { UserCaller } from "../caller.ts";
import type { Context } from "../operation.ts";

/** What the pages need to know of the modules, said here because http knows none of them. */
export interface PageServices {
  /** Undefined when the address or the password is wrong. */
  signIn(credentials: { email: string; password: string }, context: Context): Promise<NewSession | undefined>;
  /** Throws an ApiError that says which members will not do. */
  signUp(account: NewAccount, context: Context): Promise<NewSession>;
  signOut(sessionId: string): Promise<unknown>;
  userName(userId: string): Promise<string | undefined>;
  /** The application that an authorization request comes from. */
  application(clientId: string): Promise<{ readonly name: string } | undefined>;
  /** Says where the browser goes next. Throws a PageError for what is no answer to any question. */
  decide(form: DecisionForm, context: Context): Promise<string>;
}

export type NewSession = { readonly token: string };

export type NewAccount = {
  readonly email: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly password: string;
};

/** What came back from a consent page. Apart from the choices it says only which question it answers. */
export type DecisionForm = {
  readonly caller: UserCaller;
  readonly request: string;
  readonly isAllowed: boolean;
  readonly guildId: string | undefined;
  /** What is left of the permissions that were asked for. */
  readonly narrow: (asked: bigint) => bigint;
};
