import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { begun, scenes } from "../tokens/provider.ts";
import { expectAlive, expectDead, expectRefusal } from "../tokens/refusal.ts";
import { catchUp, DAY, pruneOnce, sizes } from "./pruning.ts";

const MONTHS = 11;

describeDatabases("in a grant that is used for most of a year while the tables are pruned", (open) => {
  // Nobody signs in again in that year.
  const scene = scenes(open, { sessionSeconds: 3_000_000_000 });
  const setup = begun(async () => {
    const all = await scene();
    catchUp(all.provider.clock);
    return all;
  });

  async function longUsed() {
    const { provider, client, code, pair } = await setup();
    let latest = pair;
    for (let month = 0; month < MONTHS; month++) {
      provider.clock.advance(29 * DAY);
      latest = (await provider.refresh(client, latest.refresh_token)).body;
      await pruneOnce(provider);
    }
    await expectAlive(provider, client, latest.access_token, latest.refresh_token);
    return { provider, client, code, pair, latest };
  }

  it("[A18] a refresh token that was spent at its beginning still ends it", async () => {
    const { provider, client, pair, latest } = await longUsed();
    const replayed = { error: "invalid_grant", by: client, event: "refresh_token.replay" } as const;
    const changes = { revokedGrants: 1 };
    const replay = () => provider.refresh(client, pair.refresh_token);
    await expectRefusal(provider, replay, { ...replayed, changes });
    await expectDead(provider, client, latest.access_token, latest.refresh_token);
  });

  it("[A01] its code still ends it", async () => {
    const { provider, client, code, latest } = await longUsed();
    const replayed = { error: "invalid_grant", by: client, event: "code.replay" } as const;
    const replay = () => provider.exchange(client, code);
    await expectRefusal(provider, replay, { ...replayed, changes: { revokedGrants: 1 } });
    await expectDead(provider, client, latest.access_token, latest.refresh_token);
  });

  it("everything goes with it, but what the users decided and what happened", async () => {
    const { provider } = await longUsed();
    provider.clock.advance(31 * DAY);
    await pruneOnce(provider, { batch: 3 });
    const { grants, ...left } = await sizes(provider.db);
    // The standing grants of the applications.
    expect(grants).toBe(left.applications);
    expect(Object.keys(left).toSorted()).toEqual([
      "applications",
      "auditLog",
      "clientSecrets",
      "consents",
      "sessions",
      "users",
    ]);
  });
});
