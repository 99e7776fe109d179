import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import type { Authenticators } from "../http/caller.ts";
import type { Clock } from "../lib/clock.ts";
import type { Snowflakes } from "../lib/snowflake.ts";

export interface AuthorizationDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly snowflakes: Snowflakes;
  readonly config: Pick<
    Config,
    "publicUrl" | "codeSeconds" | "authorizationResponseIss" | "requirePkce" | "sessionSeconds"
  >;
  /** For the session that a browser keeps in a cookie. */
  readonly authenticators: Pick<Authenticators, "session">;
}
