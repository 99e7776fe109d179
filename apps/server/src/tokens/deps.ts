import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import type { Keys } from "../keys.ts";
import type { Clock } from "../lib/clock.ts";
import type { Snowflakes } from "../lib/snowflake.ts";

export type TokenConfig = Pick<
  Config,
  "accessTokenSeconds" | "refreshTokenSeconds" | "grantSeconds" | "refreshRetrySeconds"
>;

export interface TokenDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly snowflakes: Snowflakes;
  readonly keys: Keys;
  readonly config: TokenConfig;
}
