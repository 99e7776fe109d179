import { isIP } from "node:net";
import { z } from "zod";

/** Every variable of the environment, with what it must be and one good value. Durations are in seconds. */
export const environment = z.object({
  HOST: variable("0.0.0.0", "an address or host name to listen on", z.string()).default("127.0.0.1"),
  PORT: integer("8080", 1, 65_535).default(3000),
  PUBLIC_URL: variable(
    "https://auth.example.com",
    "the http or https origin that browsers and clients see, without a path",
    z.string().refine(isOrigin),
  ).optional(),
  DATABASE_URL: variable(
    "postgres://fluxer:password@localhost:5432/fluxer",
    "file:<path> for SQLite or postgres://… for PostgreSQL",
    z.string().regex(/^(file:.|postgres(ql)?:\/\/.)/),
  ).default("file:./data/fluxer.db"),
  DATABASE_POOL_SIZE: integer("20", 1, 1000).default(10),
  DATA_DIR: variable("/var/lib/fluxer", "a directory for the server's own files", z.string()).default(
    "./data",
  ),
  SECRET_KEY: variable(
    "the output of: openssl rand -base64 32 | tr '+/' '-_'",
    "at least 32 random bytes in base64url",
    z.string().regex(/^[\w-]{43,}={0,2}$/),
  ).optional(),
  LOG_LEVEL: choice("fatal", "error", "warn", "info", "debug", "trace", "silent").default("info"),
  RATE_LIMITS: choice("on", "off").default("on"),
  RATE_LIMIT_URL: variable(
    "redis://limits.internal:6379",
    "redis:// or rediss://, with the host of a server that speaks the Redis protocol",
    z.string().refine(isRedis),
  ).optional(),
  WORKERS: integer("4", 1, 512).optional(),
  TRUSTED_PROXIES: variable(
    "10.0.0.0/8,fd00::/8",
    "a comma-separated list of addresses or CIDR ranges",
    z.string().refine((text) => list(text).every(isCidr)),
  ).default(""),
  BODY_LIMIT: integer("131072", 1024, 16_777_216).default(65_536),
  ACCESS_TOKEN_TTL: integer("3600", 1, 31_536_000).default(604_800),
  REFRESH_TOKEN_TTL: integer("2592000", 1, 315_360_000).default(2_592_000),
  GRANT_TTL: integer("31536000", 60, 315_360_000).default(31_536_000),
  CODE_TTL: integer("60", 1, 600).default(60),
  SESSION_TTL: integer("86400", 60, 315_360_000).default(2_592_000),
  REFRESH_RETRY_WINDOW: integer("0", 0, 300).default(30),
  AUDIT_LOG_TTL: integer("63072000", 86_400, 999_999_999).optional(),
  PRUNE_INTERVAL: integer("600", 0, 86_400).default(3600),
  PRUNE_BATCH: integer("1000", 1, 10_000).default(500),
  AUTHORIZATION_RESPONSE_ISS: choice("on", "off").default("on"),
  REQUIRE_PKCE: choice("on", "off").default("off"),
  REDIRECT_URI_UPDATE_ALLOW_HTTP: choice("on", "off").default("off"),
});

export type Config = ReturnType<typeof toConfig>;

/** One line for each variable that is wrong. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

export function readConfig(env: Record<string, string | undefined>): Config {
  // A variable that is set to nothing, as .env files and compose files like to do, counts as not set.
  const present = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== "");
  const result = environment.safeParse(Object.fromEntries(present));
  if (result.success) return toConfig(result.data);
  // The value is not shown: it may be a key or hold a password.
  throw new ConfigError(result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
}

function toConfig(env: z.output<typeof environment>) {
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://${visibleHost(env.HOST)}:${env.PORT}`,
    databaseUrl: env.DATABASE_URL,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    dataDir: env.DATA_DIR,
    secretKey: env.SECRET_KEY,
    logLevel: env.LOG_LEVEL,
    rateLimits: env.RATE_LIMITS === "on",
    rateLimitUrl: env.RATE_LIMIT_URL,
    workers: env.WORKERS,
    trustedProxies: list(env.TRUSTED_PROXIES),
    bodyLimit: env.BODY_LIMIT,
    accessTokenSeconds: env.ACCESS_TOKEN_TTL,
    refreshTokenSeconds: env.REFRESH_TOKEN_TTL,
    grantSeconds: env.GRANT_TTL,
    codeSeconds: env.CODE_TTL,
    sessionSeconds: env.SESSION_TTL,
    refreshRetrySeconds: env.REFRESH_RETRY_WINDOW,
    auditLogSeconds: env.AUDIT_LOG_TTL,
    pruneSeconds: env.PRUNE_INTERVAL,
    pruneBatch: env.PRUNE_BATCH,
    authorizationResponseIss: env.AUTHORIZATION_RESPONSE_ISS === "on",
    requirePkce: env.REQUIRE_PKCE === "on",
    redirectUriUpdateAllowHttp: env.REDIRECT_URI_UPDATE_ALLOW_HTTP === "on",
  };
}

/** Every way of being wrong gives the same sentence, which says what would be right. */
function variable<T extends z.ZodType>(example: string, description: string, type: T) {
  return z.string().transform((text, context) => {
    const result = type.safeParse(text.trim());
    if (result.success) return result.data;
    context.addIssue(`must be ${description}, for example ${example}`);
    return z.NEVER;
  });
}

function integer(example: string, least: number, most: number) {
  const digits = z
    .string()
    .regex(/^[0-9]{1,9}$/)
    .transform(Number);
  return variable(
    example,
    `a whole number from ${least} to ${most}`,
    digits.pipe(z.number().min(least).max(most)),
  );
}

function choice<const T extends readonly [string, ...string[]]>(...values: T) {
  return variable(values[0], `one of ${values.join(", ")}`, z.enum(values));
}

function list(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.origin === text;
}

function isRedis(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== "";
}

function isCidr(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^[0-9]{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

/** Nobody can open "every address" in a browser. */
function visibleHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return isIP(host) === 6 ? `[${host}]` : host;
}
