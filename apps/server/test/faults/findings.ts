import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../src/db/database.ts";
import { statement } from "../../src/db/statement.ts";
import { requests } from "../support/requests.ts";
import type { Wire, WireRequest } from "../support/wire.ts";
import type { Client } from "../support/world.ts";
import type { Load, Promised } from "./load.ts";

/** Asks for everything that was acknowledged: each token and code has to work now, once. */
export async function findLost(
  wire: Wire,
  client: Client,
  { promised }: Load,
): Promise<{ readonly asked: number; readonly lost: readonly string[] }> {
  const asked = promised.flatMap((entry) => [...worksNow(client, entry)]);
  const lost: string[] = [];
  const queue = [...asked];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { status, body } = await wire.send(next);
      if (status !== 200)
        lost.push(`${next.form?.grant_type ?? next.path} ${status} ${JSON.stringify(body)}`);
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return { asked: asked.length, lost };
}

function* worksNow(client: Client, entry: Promised): Generator<WireRequest> {
  const { code, isExchangeAsked, pair, nextPair } = entry;
  if (!isExchangeAsked) yield requests.exchange(client, code);
  for (const { access_token } of [pair, nextPair].filter((each) => each !== undefined))
    yield requests.me(access_token);
  // Asked again where the answer was lost, as a client would: within the window it gets the same pair.
  const last = nextPair ?? pair;
  if (last) yield requests.refresh(client, last.refresh_token);
}

const codesWithoutTokens = statement()("test_codes_without_tokens", (q, t) =>
  q
    .select({ id: t.authorizationCodes.id })
    .from(t.authorizationCodes)
    .leftJoin(
      t.refreshTokens,
      and(eq(t.refreshTokens.grantId, t.authorizationCodes.grantId), eq(t.refreshTokens.generation, 0)),
    )
    .leftJoin(t.accessTokens, eq(t.accessTokens.grantId, t.authorizationCodes.grantId))
    .where(
      and(isNotNull(t.authorizationCodes.spentAt), or(isNull(t.refreshTokens.id), isNull(t.accessTokens.id))),
    ),
);

const rotationsWithoutSuccessors = statement()("test_rotations_without_successors", (q, t) => {
  const successor = alias(t.refreshTokens, "successor");
  return q
    .select({ id: t.refreshTokens.id })
    .from(t.refreshTokens)
    .leftJoin(successor, eq(successor.id, t.refreshTokens.successorId))
    .leftJoin(t.accessTokens, eq(t.accessTokens.id, t.refreshTokens.successorAccessId))
    .where(and(isNotNull(t.refreshTokens.spentAt), or(isNull(successor.id), isNull(t.accessTokens.id))));
});

const codesWithoutGrants = statement()("test_codes_without_grants", (q, t) =>
  q
    .select({ id: t.authorizationCodes.id })
    .from(t.authorizationCodes)
    .leftJoin(t.grants, eq(t.grants.id, t.authorizationCodes.grantId))
    .where(isNull(t.grants.id)),
);

const grantsWithoutCodes = statement()("test_grants_without_codes", (q, t) =>
  q
    .select({ id: t.grants.id })
    .from(t.grants)
    .leftJoin(t.authorizationCodes, eq(t.authorizationCodes.grantId, t.grants.id))
    .where(and(eq(t.grants.kind, "authorization_code"), isNull(t.authorizationCodes.id))),
);

const spentTwice = statement()("test_spent_twice", (q, t) =>
  q
    .select({ id: t.refreshTokens.grantId, generation: t.refreshTokens.generation })
    .from(t.refreshTokens)
    .groupBy(t.refreshTokens.grantId, t.refreshTokens.generation)
    .having(sql`count(*) > 1`),
);

const HALVES = {
  spentTwice,
  codesWithoutTokens,
  rotationsWithoutSuccessors,
  codesWithoutGrants,
  grantsWithoutCodes,
};

/** What was done in part, or twice: a code or refresh token that gave two pairs. Names of what should not be, with rows. */
export async function findHalves(db: Database): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const [name, half] of Object.entries(HALVES)) {
    const rows = await db.read(half, {});
    if (rows.length > 0) found[name] = rows;
  }
  return found;
}
