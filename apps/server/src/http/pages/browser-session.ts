import type { Authenticators, UserCaller } from "../caller.ts";
import type { Cookies } from "./cookies.ts";

/** Somebody signed in with this browser. */
export type BrowserSession = { readonly caller: UserCaller; readonly token: string };

export function createBrowserSessions(cookies: Cookies, authenticators: Pick<Authenticators, "session">) {
  return async (headers: Headers): Promise<BrowserSession | undefined> => {
    const token = cookies.readSession(headers);
    const caller = token === undefined ? undefined : await authenticators.session(token);
    return token !== undefined && caller !== undefined ? { caller, token } : undefined;
  };
}
