import { authenticateSession } from "./accounts/sessions.ts";
import { authenticateBot } from "./applications/bots.ts";
import { clientAuthenticator } from "./applications/client-authenticator.ts";
import type { Database } from "./db/database.ts";
import type { Authenticators } from "./http/caller.ts";
import type { Clock } from "./lib/clock.ts";
import type { Logger } from "./log.ts";
import { authenticateAccessToken } from "./tokens/authenticate.ts";

/** Each kind of credential is known to the module that issues it. */
export function createAuthenticators(dependencies: {
  db: Database;
  clock: Clock;
  log: Logger;
}): Authenticators {
  return {
    session: (token) => authenticateSession(dependencies, token),
    accessToken: (token) => authenticateAccessToken(dependencies, token),
    bot: (token) => authenticateBot(dependencies, token),
    client: clientAuthenticator(dependencies),
  };
}
