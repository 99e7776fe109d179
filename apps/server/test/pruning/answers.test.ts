import fc from "fast-check";
import { expect, it } from "vitest";
import { describeDatabases, type TestDatabases } from "../support/databases.ts";
import { CALLBACK, startHost } from "../support/host.ts";
import { tell } from "../support/tell.ts";
import { catchUp, DAY, pruneOnce, sizes, total } from "./pruning.ts";

const SEED = Number(process.env.PRUNE_SEED ?? Math.trunc(Math.random() * 0x7fffffff));
const STEPS = Number(process.env.PRUNE_STEPS ?? 240);

const [SECOND, MINUTE] = [1000, 60_000];
const LEAPS = [SECOND, 31 * SECOND, 2 * MINUTE, 15 * MINUTE, 8 * DAY, 16 * DAY, 16 * DAY, 29 * DAY];

const OPERATIONS = ["consent", "exchange", "refresh", "introspect", "revoke", "own", "withdraw"] as const;

/**
 * What happens next, in numbers that two providers understand alike: the n-th code, the n-th token, counted from the
 * latest. Mostly a grant is used and kept alive; now and then something comes from long before.
 */
const step = fc.record({
  leap: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constantFrom(...LEAPS)),
  operation: fc.oneof(
    { weight: 2, arbitrary: fc.constant("refresh" as const) },
    fc.constantFrom(...OPERATIONS, "exchange" as const),
  ),
  back: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(12)),
  batch: fc.integer({ min: 1, max: 20 }),
  batches: fc.option(fc.nat(30), { nil: undefined }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A provider in which everything is remembered that anybody could send again. */
async function provider(open: TestDatabases) {
  const host = await startHost(open, { sessionSeconds: 3_000_000_000 });
  catchUp(host.clock);
  const user = await host.register();
  const client = await host.createApplication(user);
  const held = { codes: [] as string[], access: [] as string[], refresh: [] as string[] };
  const as = { client_id: client.id, client_secret: client.secret };
  const latest = (values: string[], back: number) => values[Math.max(0, values.length - 1 - back)] ?? "none";

  async function token(form: Record<string, string>) {
    const { status, body } = await host.call("exchangeOauth2Token", { form: { ...as, ...form } });
    const { access_token, refresh_token, ...told } = body as unknown as Record<string, string>;
    // A retry is answered with what is held already.
    if (access_token && !held.access.includes(access_token)) held.access.push(access_token);
    if (refresh_token && !held.refresh.includes(refresh_token)) held.refresh.push(refresh_token);
    return { status, told, place: [held.access.length, held.refresh.length] };
  }

  const operations = {
    async consent() {
      const { status, code } = await host.agree(user, client, { scope: "identify" });
      if (code) held.codes.push(code);
      return { status };
    },
    exchange: (back: number) =>
      token({ grant_type: "authorization_code", code: latest(held.codes, back), redirect_uri: CALLBACK }),
    refresh: (back: number) =>
      token({ grant_type: "refresh_token", refresh_token: latest(held.refresh, back) }),
    own: () => token({ grant_type: "client_credentials" }),
    async revoke(back: number) {
      const form = { ...as, token: latest(back % 2 ? held.access : held.refresh, back) };
      return (await host.call("revokeOauth2Token", { form })).status;
    },
    async withdraw() {
      const params = { applicationId: client.id };
      return (await host.call("deauthorizeApplication", { token: user.token, params })).status;
    },
    introspect,
  };

  async function introspect(back: number) {
    const tokens = [latest(held.access, back), latest(held.refresh, back)];
    return Promise.all(
      tokens.map(async (each) => {
        const { body } = await host.call("introspectOauth2Token", { form: { ...as, token: each } });
        return body.active;
      }),
    );
  }

  return {
    ...host,
    held,
    /** Every token and code at once. */
    everything: () => Promise.all(held.access.concat(held.refresh).map((_, back) => introspect(back))),
    do: ({ operation, back }: Pick<Step, "operation" | "back">) => operations[operation](back),
  };
}

describeDatabases("what has expired is removed", (open) => {
  it("without anybody being answered otherwise, whatever they send, also of long ago and after a pass that broke off", async () => {
    const [kept, pruned] = [await provider(open), await provider(open)];
    pruned.clock.advance(kept.clock.now() - pruned.clock.now());
    kept.clock.advance(pruned.clock.now() - kept.clock.now());
    let removed = 0;
    const numRuns = open.dialect === "sqlite" ? STEPS : STEPS / 2;
    const steps = fc.sample(step, { seed: SEED, numRuns });
    for (const [index, { leap, batch, batches, ...asked }] of steps.entries()) {
      for (const { clock } of [kept, pruned]) clock.advance(leap + 1);
      removed += total(await pruneOnce(pruned, { batch, ...(batches !== undefined && { batches }) }));
      expect([index, asked, await pruned.do(asked)]).toEqual([index, asked, await kept.do(asked)]);
    }
    expect(await pruned.everything()).toEqual(await kept.everything());
    const [before, after] = [total(await sizes(kept.db)), total(await sizes(pruned.db))];
    tell(`pruning, ${open.dialect}`, { seed: SEED, steps: numRuns, removed, before, after });
    expect(removed).toBeGreaterThan(0);

    // Once nothing was asked for in a year nothing is left that only time made.
    pruned.clock.advance(400 * DAY);
    await pruneOnce(pruned);
    const { accessTokens, refreshTokens, authorizationCodes, grants } = await sizes(pruned.db);
    expect({ accessTokens, refreshTokens, authorizationCodes, grants }).toEqual({ grants: 1 });
    expect(await pruneOnce(pruned)).toEqual({});
  }, 60_000);
});
