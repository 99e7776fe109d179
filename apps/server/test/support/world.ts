import { hash } from "@node-rs/argon2";
import { addUser, newUser } from "../../src/accounts/registration.ts";
import { startSession } from "../../src/accounts/sessions.ts";
import { createApplication } from "../../src/applications/create.ts";
import { occasion } from "../../src/audit/event.ts";
import { rememberConsent } from "../../src/authorization/store.ts";
import { type Config, readConfig } from "../../src/config.ts";
import type { Database, Transaction, Work } from "../../src/db/database.ts";
import type { Scope } from "../../src/lib/scopes.ts";
import { mint } from "../../src/lib/secret.ts";
import { createSnowflakes } from "../../src/lib/snowflake.ts";
import { nextId } from "../../src/lib/time-ordered-id.ts";
import { createLog } from "../../src/log.ts";
import { issuePair } from "../../src/tokens/grants/pair.ts";
import { issueCode } from "../../src/tokens/store/codes.ts";
import { createGrant } from "../../src/tokens/store/grants.ts";

export const CALLBACK = "https://app.example/callback";
export const PASSWORD = "correct horse battery staple";

const SCOPES: readonly Scope[] = ["identify", "email"];

// The least that Argon2 allows: a password that takes its time would decide every race in which it is asked for.
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

export interface Person {
  readonly id: string;
  /** The session. */
  readonly token: string;
}

export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly owner: Person;
}

export interface Pair {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** What servers on this database find there, put there by their own stores and therefore quickly. */
export async function createWorld(db: Database, settings: Partial<Config> = {}) {
  const config = { ...readConfig({}), ...settings };
  const clock = { now: Date.now };
  const snowflakes = createSnowflakes({ worker: () => 1023, now: clock.now });
  const deps = { db, clock, snowflakes, config, log: createLog({ logLevel: "silent" }) };
  const passwordHash = await hash(PASSWORD, CHEAP);

  function* addPerson(tx: Transaction): Work<Person> {
    const id = snowflakes.next();
    yield* addUser(tx, { ...newUser(id, `person_${id}`, clock.now()), passwordHash });
    const { token } = yield* startSession(tx, deps, id);
    return { id, token };
  }

  function* addGrant(tx: Transaction, client: Client, user: Person): Work<string> {
    const [id, now] = [nextId(clock.now()), clock.now()];
    yield* createGrant(tx, { id, applicationId: client.id, userId: user.id, scopes: SCOPES, now });
    const consent = { userId: user.id, applicationId: client.id, scope: SCOPES.join(" "), authorizedAt: now };
    yield* tx.run(rememberConsent, consent);
    return id;
  }

  return {
    db,
    addPerson: () => db.atomically(addPerson),

    async addClient(owner: Person): Promise<Client> {
      const wanted = { ownerId: owner.id, name: "Weather", redirectUris: [CALLBACK] };
      const settings = { botPublic: true, botRequireCodeGrant: false };
      const made = await createApplication(deps, occasion(deps, undefined), { ...wanted, ...settings });
      return { id: made.id, secret: made.clientSecret, owner };
    },

    /** The user agreed; the client has a code that keeps for an hour. */
    addCode: (client: Client, user = client.owner) =>
      db.atomically(function* (tx) {
        const [grantId, createdAt] = [yield* addGrant(tx, client, user), clock.now()];
        const code = { grantId, redirectUri: CALLBACK, codeChallenge: null, createdAt };
        const { token } = yield* issueCode(tx, { ...code, expiresAt: createdAt + 3_600_000 });
        return { grantId, code: token };
      }),

    /** The user agreed, and the client exchanged its code. */
    addPair: (client: Client, user = client.owner) =>
      db.atomically(function* (tx) {
        const [grantId, now] = [yield* addGrant(tx, client, user), clock.now()];
        const scope = SCOPES.join(" ");
        const pair = { access: mint("access", now), refresh: mint("refresh", now) };
        const issue = { pair, grantId, grantedAt: now, scope, grantedScope: scope, generation: 0, now };
        const { access_token, refresh_token } = yield* issuePair(tx, config, issue);
        return { grantId, pair: { access_token, refresh_token } satisfies Pair };
      }),
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
