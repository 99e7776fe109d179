import { createAuthenticators } from "./authenticators.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import { createHandlers } from "./handlers.ts";
import { createAddresses } from "./http/address.ts";
import { mountHealth } from "./http/health.ts";
import { createHttp, type Http } from "./http/http.ts";
import { showError } from "./http/pages/error-page.ts";
import { mountPages } from "./http/pages/mount.ts";
import type { Keys } from "./keys.ts";
import type { Clock } from "./lib/clock.ts";
import type { Snowflakes } from "./lib/snowflake.ts";
import type { Limits } from "./limits/open.ts";
import type { Logger } from "./log.ts";
import { createPageServices } from "./page-services.ts";

export type AppDependencies = {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly keys: Keys;
  readonly snowflakes: Snowflakes;
  readonly limits: Limits;
};

const BODY_MILLISECONDS = 10_000;

/** The whole provider: the operations of the specification, the pages beside them, and its health. */
export function createApp(dependencies: AppDependencies): Http {
  const { config, db, clock, log, limits } = dependencies;
  const authenticators = createAuthenticators(dependencies);
  const modules = { ...dependencies, authenticators };
  const http = {
    config,
    authenticators,
    clock,
    log,
    limits: limits.store,
    addressOf: createAddresses(config.trustedProxies),
    errorPage: showError,
    bodyLimits: { bytes: config.bodyLimit, milliseconds: BODY_MILLISECONDS },
  };
  const app = createHttp({ ...http, handlers: createHandlers(modules) });
  mountPages(app, http, createPageServices(modules));
  mountHealth(app, { ping: () => db.ping(), isDegraded: limits.isDegraded }, log);
  return app;
}
