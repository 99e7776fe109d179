import { expect, it } from "vitest";
import { readParameters } from "../../src/authorization/parameters.ts";
import { keepPending } from "../../src/authorization/pending.ts";
import { count } from "../../src/limits/store.ts";
import { describeDatabases, type TestDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";
import { catchUp, DAY, LEEWAY, pruneOnce, sizes } from "./pruning.ts";

const HOUR = 3_600_000;
const LIFETIMES = {
  accessTokenSeconds: 3600,
  refreshTokenSeconds: 3 * 3600,
  sessionSeconds: 5 * 3600,
  codeSeconds: 60,
};

async function provider(open: TestDatabases, settings = {}) {
  const host = await startHost(open, { ...LIFETIMES, ...settings });
  catchUp(host.clock);
  const user = await host.register();
  return { ...host, user, client: await host.createApplication(user) };
}
type Provider = Awaited<ReturnType<typeof provider>>;

/** What one thing leaves in the tables, and how long after its making it may still matter. */
const MADE: Record<
  string,
  { make(from: Provider): Promise<unknown>; rows: Record<string, number>; lifetime: number }
> = {
  "a code that nobody used": {
    make: ({ agree, user, client }) => agree(user, client, { scope: "identify" }),
    rows: { authorizationCodes: 1, grants: 1 },
    lifetime: 60_000,
  },
  "a client's own token": {
    make: ({ call, client: { id, secret } }) =>
      call("exchangeOauth2Token", {
        form: { client_id: id, client_secret: secret, grant_type: "client_credentials" },
      }),
    rows: { accessTokens: 1 },
    lifetime: HOUR,
  },
  "a session": {
    make: ({ register }) => register(),
    rows: { sessions: 1 },
    lifetime: 5 * HOUR,
  },
  "a consent page": {
    make: ({ user, client, ...deps }) =>
      keepPending(deps, user.token.slice(4, 18), readParameters({ client_id: client.id })),
    rows: { authorizationRequests: 1 },
    lifetime: 10 * 60_000,
  },
  "a counted request": {
    make: ({ db, clock }) =>
      count(db, [{ key: "token client:1", by: 1, resetsAt: clock.now() + 10_000 }], clock.now()),
    rows: { rateLimits: 1 },
    lifetime: 10_000,
  },
};

describeDatabases("pruning", (open) => {
  it.each(Object.entries(MADE))(
    "takes %s when it is over and ten minutes have passed, and not before",
    async (_, made) => {
      const from = await provider(open, {
        sessionSeconds: made.lifetime === 5 * HOUR ? 5 * 3600 : 50 * 3600,
      });
      if (made.lifetime === 5 * HOUR) {
        from.clock.advance(DAY);
        await pruneOnce(from);
      }
      const before = await sizes(from.db);
      await made.make(from);
      const after = await sizes(from.db);
      const grown = Object.keys(made.rows).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]);
      expect(Object.fromEntries(grown)).toEqual(made.rows);
      from.clock.advance(made.lifetime + LEEWAY - 1);
      expect(await pruneOnce(from)).toEqual({});
      from.clock.advance(2);
      expect(await pruneOnce(from)).toEqual(made.rows);
    },
  );

  it("takes a chain of tokens with its grant when the last one is over, and what was revoked no sooner", async () => {
    const { clock, db, config, authorize, call, user, client } = await provider(open, {
      sessionSeconds: 50 * 3600,
    });
    const as = { client_id: client.id, client_secret: client.secret };
    const { refreshToken } = await authorize(user, client, ["identify"]);
    await call("exchangeOauth2Token", {
      form: { ...as, grant_type: "refresh_token", refresh_token: refreshToken },
    });
    const revoked = await authorize(user, client, ["email"]);
    await call("revokeOauth2Token", { form: { ...as, token: revoked.refreshToken } });

    clock.advance(HOUR + LEEWAY + 1);
    expect(await pruneOnce({ db, config, clock })).toEqual({ accessTokens: 3 });
    clock.advance(2 * HOUR - 2);
    expect(await pruneOnce({ db, config, clock })).toEqual({});
    clock.advance(2);
    expect(await pruneOnce({ db, config, clock })).toEqual({
      grants: 2,
      refreshTokens: 3,
      authorizationCodes: 2,
    });
  });

  it("keeps the audit log for ever, or for as long as the operator says", async () => {
    const { clock, db, config } = await provider(open);
    clock.advance(1000 * DAY);
    await pruneOnce({ db, config, clock });
    expect(await sizes(db)).toMatchObject({ auditLog: 2 });
    const kept = { ...config, auditLogSeconds: (1000 * DAY) / 1000 };
    expect(await pruneOnce({ db, config: kept, clock })).toEqual({});
    clock.advance(1);
    expect(await pruneOnce({ db, config: kept, clock })).toEqual({ auditLog: 2 });
  });

  it("goes by what a row says of its end, not by the lifetime that is set now", async () => {
    const { clock, db, config, call, client } = await provider(open, { sessionSeconds: 50 * 3600 });
    const form = { client_id: client.id, client_secret: client.secret, grant_type: "client_credentials" };
    await call("exchangeOauth2Token", { form });
    clock.advance(HOUR - 1);
    expect(await pruneOnce({ db, clock, config: { ...config, accessTokenSeconds: 1 } })).toEqual({});
  });

  it("leaves the rest to the next pass when it ends half-way, and has none left over after that", async () => {
    const { clock, db, config, authorize, user, client } = await provider(open, {
      sessionSeconds: 50 * 3600,
    });
    for (let grant = 0; grant < 7; grant++) await authorize(user, client, ["identify"]);
    clock.advance(DAY);
    const parts = [];
    for (let pass = 0; pass < 4; pass++)
      parts.push(await pruneOnce({ db, config, clock }, { batch: 2, batches: 3 }));
    expect(parts[0]).toEqual({ accessTokens: 6 });
    await pruneOnce({ db, config, clock }, { batch: 2 });
    const { grants, accessTokens, refreshTokens, authorizationCodes } = await sizes(db);
    expect([grants, accessTokens, refreshTokens, authorizationCodes]).toEqual([
      1,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("done by two servers at once takes each row once", async () => {
    const url = await open.newUrl();
    const again = Object.assign(() => open({ url }), { dialect: open.dialect, newUrl: open.newUrl });
    const { clock, config, db, authorize, user, client } = await provider(again, {
      sessionSeconds: 50 * 3600,
    });
    for (let grant = 0; grant < 12; grant++) await authorize(user, client, ["identify"]);
    const other = await open({ url });
    clock.advance(DAY);
    const both = await Promise.all(
      [db, other, db, other].map((each, index) =>
        pruneOnce({ db: each, config, clock }, { batch: index + 2 }),
      ),
    );
    const taken = ["grants", "refreshTokens", "authorizationCodes", "accessTokens"] as const;
    expect(taken.map((name) => both.reduce((sum, removed) => sum + (removed[name] ?? 0), 0))).toEqual([
      12, 12, 12, 12,
    ]);
  });
});
