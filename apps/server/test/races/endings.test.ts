import { describe, expect, it } from "vitest";
import { ownGrantOf, stateOf } from "../support/alive.ts";
import { describeDatabases } from "../support/databases.ts";
import { requests } from "../support/requests.ts";
import { tell } from "../support/tell.ts";
import type { WireAnswer, WireRequest } from "../support/wire.ts";
import type { World } from "../support/world.ts";
import { arena, ROUNDS } from "./arena.ts";
import { createDuel } from "./gate.ts";

const MINUTES = 5 * 60_000;

/** What is asked for at one process, and what ends it at the other. */
interface Scene {
  readonly grantId: string;
  readonly asked: WireRequest;
  readonly ending: WireRequest;
}

const RACES: Record<string, (world: World) => Promise<() => Promise<Scene>>> = {
  "a revocation and a refresh": async (world) => {
    const client = await world.addClient(await world.addPerson());
    return async () => {
      const { grantId, pair } = await world.addPair(client);
      const token = pair.refresh_token;
      return { grantId, asked: requests.refresh(client, token), ending: requests.revoke(client, token) };
    };
  },

  "the user's withdrawal and an exchange": async (world) => {
    const user = await world.addPerson();
    const client = await world.addClient(await world.addPerson());
    return async () => {
      const { grantId, code } = await world.addCode(client, user);
      return { grantId, asked: requests.exchange(client, code), ending: requests.deauthorize(user, client) };
    };
  },

  "a new client secret and an exchange": async (world) => async () => {
    const client = await world.addClient(await world.addPerson());
    const { grantId, code } = await world.addCode(client);
    return { grantId, asked: requests.exchange(client, code), ending: requests.resetSecret(client) };
  },

  "a new client secret and a request for the application's own token": async (world) => async () => {
    const client = await world.addClient(await world.addPerson());
    const grantId = await ownGrantOf(world.db, client.id);
    return { grantId, asked: requests.own(client), ending: requests.resetSecret(client) };
  },

  "the application's deletion and an exchange": async (world) => async () => {
    const client = await world.addClient(await world.addPerson());
    const { grantId, code } = await world.addCode(client);
    return { grantId, asked: requests.exchange(client, code), ending: requests.deleteApplication(client) };
  },
};

const REFUSALS = ["400 invalid_grant", "401 invalid_client"];

describeDatabases("two processes", (open) => {
  const at = arena(open);

  describe.each(Object.entries(RACES))("%s at once", (name, prepare) => {
    it(
      "[A21] nothing of the grant is alive afterwards, whoever came first",
      async () => {
        const { world, wires } = at();
        const duel = createDuel();
        const next = await prepare(world);
        for (let round = 0; round < ROUNDS; round++) {
          const { grantId, asked, ending } = await next();
          const [here, there] = round % 2 === 0 ? wires : [wires[1], wires[0]];
          const answer = await duel.fight(await here.hold(asked), await there.hold(ending), isIssued);
          if (!isIssued(answer)) expect(REFUSALS).toContain(`${answer.status} ${answer.body.error}`);
          expect(await stateOf(world.db, grantId)).toMatchObject({
            liveAccessTokens: 0,
            liveRefreshTokens: 0,
          });
          const token = answer.body.access_token ?? "none";
          expect((await there.send(requests.me(token))).status).toBe(401);
        }
        const [seed, issued] = [duel.seed, duel.wins()];
        tell(`A21 ${name}, ${open.dialect}`, { rounds: ROUNDS, issued, refused: ROUNDS - issued, seed });
        // Else they never met, and nothing was proved.
        expect(Math.min(issued, ROUNDS - issued)).toBeGreaterThan(0);
      },
      MINUTES,
    );
  });
});

function isIssued({ status }: WireAnswer): boolean {
  return status === 200;
}
