import { describe, expect, it } from "vitest";
import { stateOf } from "../support/alive.ts";
import { describeDatabases } from "../support/databases.ts";
import { requests } from "../support/requests.ts";
import { tell } from "../support/tell.ts";
import type { WireAnswer, WireRequest } from "../support/wire.ts";
import { type Arena, arena, ROUNDS } from "./arena.ts";
import { atOnce } from "./gate.ts";

const MINUTES = 5 * 60_000;
const WEEK = 604_800;

/** As many in a round as fit into the time of a test run; in every twentieth as many as the attack list asks for. */
const racers = (round: number) => (round % 20 === 0 ? 50 : 10);

/** The same request, half of it at each process; gives the answers that brought tokens, and holds the others to be refusals. */
async function race({ wires }: Arena, asked: WireRequest, round: number): Promise<WireAnswer[]> {
  const answers = await atOnce(wires, Array(racers(round)).fill(asked));
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused.map(({ status, body }) => `${status} ${body.error}`)).toEqual(
    refused.map(() => "400 invalid_grant"),
  );
  return answers.filter(({ status }) => status === 200);
}

/** What one of the processes, each in its turn, says to the token that was issued. */
async function told({ wires }: Arena, round: number, [won]: WireAnswer[]): Promise<number> {
  const token = won?.body.access_token ?? "none";
  return (await wires[round % 2 === 0 ? 0 : 1].send(requests.me(token))).status;
}

async function rounds(name: string, play: (round: number) => Promise<number>): Promise<void> {
  let sent = 0;
  for (let round = 0; round < ROUNDS; round++) sent += await play(round);
  tell(name, { rounds: ROUNDS, requests: sent });
}

describeDatabases("two processes", (open) => {
  const at = arena(open);

  it(
    "[A03] of all exchanges of one code at once one is answered with tokens, and no token is left alive",
    async () => {
      const { world } = at();
      const client = await world.addClient(await world.addPerson());
      await rounds(`A03 ${open.dialect}`, async (round) => {
        const { grantId, code } = await world.addCode(client);
        const won = await race(at(), requests.exchange(client, code), round);
        expect(won).toHaveLength(1);
        // RFC 6749 4.1.2: the others have used the code again, so the one pair that was issued dies as well.
        expect(await stateOf(world.db, grantId)).toEqual({
          accessTokens: 1,
          generations: [0],
          replays: racers(round) - 1,
          liveAccessTokens: 0,
          liveRefreshTokens: 0,
        });
        expect(await told(at(), round, won)).toBe(401);
        return racers(round);
      });
    },
    MINUTES,
  );

  it(
    "[A19] of all refreshes of one token at once all are answered with the one pair that takes its place",
    async () => {
      const { world } = at();
      const client = await world.addClient(await world.addPerson());
      await rounds(`A19 window ${open.dialect}`, async (round) => {
        const { grantId, pair } = await world.addPair(client);
        const won = await race(at(), requests.refresh(client, pair.refresh_token), round);
        // Who is answered a second later is told of a second less.
        const pairs = won.map(({ body: { expires_in, ...pair } }) => ({
          ...pair,
          inTime: Number(expires_in) <= WEEK,
        }));
        expect(pairs).toEqual(Array(racers(round)).fill({ ...pairs[0], inTime: true }));
        expect(won[0]?.body.refresh_token).not.toBe(pair.refresh_token);
        // RFC 6749 6 lets the first access token live on; of refresh tokens there is one.
        expect(await stateOf(world.db, grantId)).toEqual({
          accessTokens: 2,
          generations: [0, 1],
          replays: 0,
          liveAccessTokens: 2,
          liveRefreshTokens: 1,
        });
        expect(await told(at(), round, won)).toBe(200);
        return racers(round);
      });
    },
    MINUTES,
  );

  describe("without a window for retries", () => {
    const strictly = arena(open, { REFRESH_RETRY_WINDOW: "0" });

    it(
      "[A19] of all refreshes of one token at once one is answered with tokens, and no token is left alive",
      async () => {
        const { world } = strictly();
        const client = await world.addClient(await world.addPerson());
        await rounds(`A19 strict ${open.dialect}`, async (round) => {
          const { grantId, pair } = await world.addPair(client);
          const won = await race(strictly(), requests.refresh(client, pair.refresh_token), round);
          expect(won).toHaveLength(1);
          // RFC 9700 4.14.2: the others are replays, so everything of the grant ends.
          expect(await stateOf(world.db, grantId)).toEqual({
            accessTokens: 2,
            generations: [0, 1],
            replays: expect.any(Number),
            liveAccessTokens: 0,
            liveRefreshTokens: 0,
          });
          expect(await told(strictly(), round, won)).toBe(401);
          return racers(round);
        });
      },
      MINUTES,
    );
  });
});
