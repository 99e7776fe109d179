import { isObject, type JsonObject } from "../engine/json.ts";

/** An application that the operator flagged trusted, so that it may ask for the scope `admin`. */
export interface AdminApplication {
  client_id: string;
  client_secret: string;
  redirect_uri: string;
}

/** What the suite cannot find out from outside. Everything may be left out; the summary then says what was not tested. */
export interface FluxerConfig {
  adminApplication?: AdminApplication;
  /** Whether the server limits requests; then the last step of the run provokes each limit. */
  rateLimits?: boolean;
  /** The longest wait, in seconds, when the server asks for one; 15 when absent. */
  maxWait?: number;
  /** The largest request body in bytes, where the document gives none; 65,536 when absent. */
  bodyLimit?: number;
  /** Seconds in which the server gives the same answer to a repeated refresh; 30 when absent, 0 when never. */
  refreshRetryWindow?: number;
  /** Whether the operator lets an update of an application register redirect URIs with http to any host. */
  httpRedirectUpdates?: boolean;
  /** How many chains of commands the state machine tries, each about twenty long. */
  machineRuns?: number;
  /** What a finding of the state machine says, to see it again. */
  machineReplay?: string;
  /** Tells the accounts of one run from those of another. */
  run?: string;
  /** Moves the server's clock on. Only a caller in the same process can. */
  advance?: (milliseconds: number) => void | Promise<void>;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const CHECKS: Readonly<Record<string, [what: string, holds: (value: unknown) => boolean]>> = {
  adminApplication: ["an object with client_id, client_secret and redirect_uri", isAdminApplication],
  rateLimits: ["true or false", (value) => typeof value === "boolean"],
  maxWait: ["a number of seconds", isCount],
  bodyLimit: ["a number of bytes", isCount],
  refreshRetryWindow: ["a number of seconds", isCount],
  httpRedirectUpdates: ["true or false", (value) => typeof value === "boolean"],
  machineRuns: ["a number of runs", isCount],
  machineReplay: ["what a finding of the state machine says", (value) => typeof value === "string"],
  run: [
    "a text of letters and digits",
    (value) => typeof value === "string" && /^[a-z0-9]{1,16}$/.test(value),
  ],
};

/** Reads a configuration file. Throws one error that names every member that is wrong. */
export function readConfig(text: string): FluxerConfig {
  const value = parse(text);
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(CHECKS, name));
  const wrong = Object.entries(CHECKS).filter(([name, [, holds]]) => name in value && !holds(value[name]));
  const problems = [
    ...unknown.map((name) => `${name} is not a setting; there are ${Object.keys(CHECKS).join(", ")}`),
    ...wrong.map(([name, [what]]) => `${name} must be ${what}`),
  ];
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return value;
}

function parse(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below like any other text that is not an object.
  }
  throw new ConfigError("the configuration is no JSON object");
}

function isAdminApplication(value: unknown): boolean {
  const members = ["client_id", "client_secret", "redirect_uri"];
  return isObject(value) && members.every((name) => typeof value[name] === "string");
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}
