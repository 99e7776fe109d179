import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger } from "pino";

// Nothing logs these on purpose. The list is the second lock, the pattern below the third.
const SECRET_KEYS = [
  "access_token",
  "authorization",
  "bot_token",
  "client_secret",
  "code_verifier",
  "cookie",
  "password",
  "refresh_token",
  "secret",
  '["set-cookie"]',
  "token",
];

/** Our own credentials wherever they stand in a line: the kind and id stay, for whoever searches; the secret goes. */
const CREDENTIAL = /\b((?:fx[acrsq]_|flx_)[0-9A-Za-z]{14}|[0-9]{1,19}\.(?=[0-9A-Za-z]{43}\b))[0-9A-Za-z]+/g;

export function createLog(config: { logLevel: string }, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    redact: SECRET_KEYS.flatMap((key) => [key, key.startsWith("[") ? `*${key}` : `*.${key}`]),
    serializers: { err: describeError },
    hooks: { streamWrite: (line: string) => line.replace(CREDENTIAL, "$1…") },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Only what cannot hold a value of a request: drivers like to put the parameters of a query into their errors. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  return {
    type: error.name,
    ...("code" in error && { code: error.code }),
    message: error.message.split("\nparams: ")[0],
    stack: error.stack
      ?.split("\n")
      .filter((line) => line.startsWith("    at "))
      .map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
