import {
  type Adapter,
  createAdapter,
  isPublic,
  type Operation,
  type Random,
  type Spec,
} from "../engine/index.ts";
import { cleanUp } from "./clean-up.ts";
import type { FluxerConfig } from "./config.ts";
import { consentCases } from "./flows/consents.ts";
import { expiryCases } from "./flows/expiry.ts";
import { rateLimitCases } from "./flows/rate-limits.ts";
import { revocationCases } from "./flows/revocation.ts";
import { impostorsOf } from "./impostors.ts";
import { leaks } from "./leaks.ts";
import { machineCases } from "./machine/cases.ts";
import { isForClients, policy } from "./policy.ts";
import { promiseCases } from "./promises/index.ts";
import { emptyWords } from "./promises/words.ts";
import { recipesOf } from "./recipes/index.ts";
import { RULES } from "./rules/index.ts";
import { caseOf } from "./rules/rule.ts";
import { unreachable } from "./unreachable.ts";
import { unseen } from "./unseen.ts";
import { authorize } from "./world/authorize.ts";
import { createWorld, ORDINARY_SCOPES } from "./world/world.ts";

const BODY_LIMIT = 65_536;
const LONGEST_WAIT = 15;

/** All that the suite knows of this API beyond its document. */
export function createFluxerAdapter(spec: Spec, random: Random, config: FluxerConfig): Adapter {
  const world = createWorld(spec, random, config);
  const recipes = recipesOf(world);
  return createAdapter(spec, {
    recipe: ({ id }) => recipes[id],
    // Its document cannot say that credentials may stand in the form body, hence an empty alternative.
    isPublic: (operation) => isPublic(operation) && !isForClients(operation),
    authorize: (call, operation, alternative) => authorize(world, call, operation, alternative),
    impostors: (operation) => impostorsOf(world, operation),
    otherScopes: (scheme, scope) =>
      scheme === "accessToken" ? ORDINARY_SCOPES.filter((each) => each !== scope) : [],
    policy,
    liveMembers: LIVE_MEMBERS,
    // `code` is the name of error codes too.
    isSecret: (name, value) => SECRET_NAMES.has(name) && !/^[A-Z_]+$/.test(value),
    // RFC 6749 3.2: parameters sent without a value must be treated as if they were omitted.
    emptyIsAbsent: isForClients,
    formatFaults: FORMAT_FAULTS,
    formatLimits: FORMAT_LIMITS,
    unseen,
    bodyLimit: (operation) => bodyLimitOf(operation) ?? config.bodyLimit ?? BODY_LIMIT,
    spellings: ({ path }) => (path.includes("/@") ? [{ name: "with %40", spelling: escapeAt }] : []),
    inspect: (operation, answer) => [...leaks(operation, answer), ...emptyWords(answer)],
    unreachable: (_operation, status) => unreachable(config, status),
    flows: [
      ...RULES.map((rule) => caseOf(rule, spec, world)),
      ...promiseCases(spec, world),
      ...consentCases(spec, world),
      ...revocationCases(spec, world),
      ...machineCases(spec, world),
      ...expiryCases(spec, world),
      ...rateLimitCases(spec, world),
    ],
    waitForLimit: (seconds) => wait(seconds, config.maxWait ?? LONGEST_WAIT),
    cleanUp: (call, exchanges) => cleanUp(world, call, exchanges),
  });
}

const LIVE_MEMBERS = new Set([
  "client_id",
  "client_secret",
  "code",
  "email",
  "guild_id",
  "password",
  "redirect_uri",
  "refresh_token",
  "token",
]);

const SECRET_NAMES = new Set([
  "access_token",
  "client_secret",
  "code",
  "code_verifier",
  "password",
  "refresh_token",
  "token",
]);

const FORMAT_FAULTS = {
  snowflake: ["9223372036854775808", "-1", "01", "1.0", "conformance"],
  "uint64-decimal": ["18446744073709551616", "-1", "0x10", "1.5"],
};

const FORMAT_LIMITS = {
  snowflake: ["0", "9223372036854775807"],
  "uint64-decimal": ["0", "18446744073709551615"],
};

function bodyLimitOf({ extensions }: Operation): number | undefined {
  const limit = extensions["x-max-body"];
  return typeof limit === "number" ? limit : undefined;
}

function escapeAt(path: string): string {
  return path.replaceAll("@", "%40");
}

async function wait(seconds: number, most: number): Promise<boolean> {
  if (!(seconds <= most)) return false;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return true;
}
