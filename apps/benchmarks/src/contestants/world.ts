import { mint } from "@fluxer-oauth2/server/src/lib/secret.ts";
import type { Entry, Plan } from "../load/plan.ts";
import { type Credentials, createCredentials } from "../loader/credentials.ts";
import { CALLBACK, SCOPE } from "../loader/rows.ts";
import type { Loaded } from "../loader/shape.ts";
import { createTimeline, type Timeline } from "../loader/timeline.ts";
import type { Operation } from "../operations.ts";

/**
 * Rate limits stay on, and nobody may exceed one: the requests come from as many users and applications as that takes at
 * the speed of a quiet machine, or as the stored tokens allow.
 */
const LEAST_USERS = 20_000;
const LEAST_TOKENS_PER_USER = 5;
/** Of all that are stored, spread evenly: more than fit into any cache of a processor. */
const POOL = 40_000;

export interface World {
  readonly timeline: Timeline;
  readonly credentials: Credentials;
}

/** What the loader makes, with an application for each user. */
export function createWorld(loaded: Loaded): World {
  const base = createTimeline(loaded);
  const affordable = Math.ceil(base.shape.tokens / LEAST_TOKENS_PER_USER);
  const users = Math.max(base.shape.users, Math.min(LEAST_USERS, affordable));
  const timeline: Timeline = {
    ...base,
    shape: { ...base.shape, users, applications: users },
    userOf: (grant) => grant % users,
    applicationOf: (grant) => ((grant % users) * 7 + Math.floor(grant / users)) % users,
    ownerOf: (application) => application,
    userTime: (user) => loaded.start - 2 * users + user,
    applicationTime: (application) => loaded.start - users + application,
  };
  return { timeline, credentials: createCredentials(timeline) };
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** Every operation, asked the way most clients do. */
export function worldPlans(world: World): Record<Operation, Plan> {
  const { timeline, credentials } = world;
  const { pairs, grants, users, applications } = timeline.shape;
  const bearer = { authorization: "Bearer {0}" };
  const basic = { ...FORM, authorization: "Basic {0}" };
  const cycle = { use: "cycle" } as const;
  const ok = (...includes: string[]) => ({ expect: { status: 200, includes } });
  const tokens = sample(pairs, (pair) => [credentials.access(pair).token]);

  return {
    introspect: {
      ...{ method: "POST", path: "/oauth2/introspect", headers: basic, body: "token={1}" },
      pool: sample(pairs, (pair) => {
        const application = timeline.applicationOf(timeline.grantOf(pair));
        return [basicOf(world, application), credentials.access(pair).token];
      }),
      ...cycle,
      ...ok('"active":true', '"exp":'),
    },
    userinfo: {
      ...{ method: "GET", path: "/oauth2/userinfo", headers: bearer, pool: tokens },
      ...cycle,
      ...ok('"sub":', '"email":'),
    },
    me: {
      ...{ method: "GET", path: "/oauth2/@me", headers: bearer, pool: tokens },
      ...cycle,
      ...ok('"application":', '"user":'),
    },
    client_credentials: {
      ...{ method: "POST", path: "/oauth2/token", headers: basic, body: "grant_type=client_credentials" },
      pool: sample(applications, (application) => [basicOf(world, application)]),
      ...cycle,
      ...ok('"access_token":'),
    },
    refresh: {
      ...{ method: "POST", path: "/oauth2/token", headers: basic },
      body: "grant_type=refresh_token&refresh_token={1}",
      // The last pair of each grant is the one whose refresh token is not spent.
      pool: sample(grants, (grant) => {
        return [
          basicOf(world, timeline.applicationOf(grant)),
          credentials.refresh(lastPair(timeline, grant)).token,
        ];
      }),
      use: { rotate: "refresh_token" },
      ...ok('"refresh_token":'),
    },
    code: {
      ...{ method: "POST", path: "/oauth2/token", headers: basic },
      body: `grant_type=authorization_code&code={1}&redirect_uri=${encodeURIComponent(CALLBACK)}`,
      pool: [],
      use: "once",
      ...ok('"refresh_token":'),
    },
    applications: {
      ...{ method: "GET", path: "/oauth2/applications/@me", headers: { authorization: "{0}" } },
      pool: sample(users, (user) => [credentials.session(user).token]),
      ...cycle,
      ...ok('"redirect_uris":', '"bot":'),
    },
    consent: {
      ...{ method: "POST", path: "/oauth2/authorize/consent" },
      headers: { "content-type": "application/json", authorization: "{0}" },
      body: JSON.stringify({
        response_type: "code",
        client_id: "{1}",
        redirect_uri: CALLBACK,
        scope: SCOPE,
        state: "af0ifjsldkj",
      }),
      pool: sample(users, (user) => {
        return [credentials.session(user).token, credentials.applicationId((user * 7) % applications)];
      }),
      ...cycle,
      ...ok("code="),
    },
  };
}

/** A code that nobody has spent: what a client gets, and the row that a server keeps of it. */
export function newCode({ timeline, credentials }: World, number: number) {
  const now = Date.now();
  const grant = (number * STRIDE) % timeline.shape.grants;
  const { id, token, hash } = mint("code", now);
  const entry: Entry = [basicOf({ timeline, credentials }, timeline.applicationOf(grant)), token];
  const row = {
    id,
    secretHash: hash,
    grantId: credentials.grantId(grant),
    redirectUri: CALLBACK,
    codeChallenge: null,
    createdAt: now,
    expiresAt: now + CODE_MILLISECONDS,
    spentAt: null,
    burntAt: null,
  };
  return { entry, row };
}

const CODE_MILLISECONDS = 600_000;

/** Prime, so that numbers one after the other go all over the table and meet each entry. */
const STRIDE = 7919;

function sample<T>(all: number, make: (index: number) => T): T[] {
  const count = Math.min(POOL, all);
  return Array.from({ length: count }, (_, k) => make(Math.floor((((k * STRIDE) % count) * all) / count)));
}

function lastPair({ shape: { pairs, grants } }: Timeline, grant: number): number {
  return grant + Math.floor((pairs - 1 - grant) / grants) * grants;
}

function basicOf({ credentials }: World, application: number): string {
  const pair = `${credentials.applicationId(application)}:${credentials.clientSecret(application).token}`;
  return Buffer.from(pair).toString("base64");
}
