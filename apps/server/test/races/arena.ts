import { randomBytes } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import type { TestDatabases } from "../support/databases.ts";
import { startServer } from "../support/server.ts";
import { createWire, type Wire } from "../support/wire.ts";
import { createWorld, type World } from "../support/world.ts";

/** RACE_ROUNDS=2000 npx vitest run test/races */
export const ROUNDS = Number(process.env.RACE_ROUNDS ?? 200);

export interface Arena {
  readonly world: World;
  /** One for each of the two processes. */
  readonly wires: readonly [Wire, Wire];
}

/** Two servers, each a process of its own, on one database. */
export function arena(open: TestDatabases, environment: Record<string, string> = {}): () => Arena {
  let ready: Arena;
  const stops: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const url = await open.newUrl();
    const shared = {
      DATABASE_URL: url,
      SECRET_KEY: randomBytes(32).toString("base64url"),
      RATE_LIMITS: "off",
    };
    // Both are started at once on a database that neither has seen.
    const start = () => startServer({ ...shared, ...environment });
    const [left, right] = await Promise.all([start(), start()]);
    stops.push(left.stop, right.stop);
    const wires = [createWire(left.url), createWire(right.url)] as const;
    stops.push(
      ...wires.map(
        ({ close }) =>
          async () =>
            close(),
      ),
    );
    ready = { world: await createWorld(await open({ url })), wires };
  }, 60_000);
  afterAll(() => Promise.all(stops.map((stop) => stop())));
  return () => ready;
}
