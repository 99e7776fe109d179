import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import type { Clock } from "../lib/clock.ts";
import type { Snowflakes } from "../lib/snowflake.ts";
import type { Logger } from "../log.ts";

export interface ApplicationDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly snowflakes: Snowflakes;
  readonly config: Pick<Config, "publicUrl" | "redirectUriUpdateAllowHttp">;
  readonly log: Logger;
}
