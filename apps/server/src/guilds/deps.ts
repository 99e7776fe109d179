import type { Database } from "../db/database.ts";
import type { Clock } from "../lib/clock.ts";
import type { Snowflakes } from "../lib/snowflake.ts";

export interface GuildDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly snowflakes: Snowflakes;
}
