import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../src/db/client.ts";
import { type Load, startLoad } from "../faults/load.ts";
import { type RunningServer, startServer } from "../support/server.ts";
import { createWire, type Wire } from "../support/wire.ts";
import { type Client, createWorld, type World } from "../support/world.ts";
import { startBalancer } from "./balancer.ts";

const DOWN_MS = 300;

/** Servers behind a balancer on one database, under load. */
export interface Pair {
  readonly world: World;
  readonly client: Client;
  readonly wire: Wire;
  readonly load: Load;
  /** SIGKILL, and started again a little later. */
  killOne(): Promise<void>;
  /** One after the other: SIGTERM, and started again when it has ended. */
  restartAll(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPair(databaseUrl: string, settings: Record<string, string> = {}): Promise<Pair> {
  const environment = {
    DATABASE_URL: databaseUrl,
    SECRET_KEY: "k".repeat(43),
    RATE_LIMITS: "off",
    REFRESH_RETRY_WINDOW: "300",
    LOG_LEVEL: "fatal",
    ...settings,
  };
  const start = (port?: string) =>
    startServer(port === undefined ? environment : { ...environment, PORT: port });
  const servers: [RunningServer, RunningServer] = await Promise.all([start(), start()]);
  const world = await createWorld(await openDatabase({ url: databaseUrl }));
  const client = await world.addClient(await world.addPerson());
  const balancer = await startBalancer(servers.map(({ url }) => url));
  const wire = createWire(balancer.url);
  const load = startLoad(wire, client);

  async function restart(index: 0 | 1): Promise<void> {
    const { url, stop } = servers[index];
    await stop();
    servers[index] = await start(new URL(url).port);
  }

  return {
    ...{ world, client, wire, load },
    async killOne() {
      servers[0].process.kill("SIGKILL");
      await sleep(DOWN_MS);
      await restart(0);
    },
    async restartAll() {
      await restart(0);
      await restart(1);
    },
    async stop() {
      await load.stop();
      wire.close();
      balancer.close();
      await Promise.all(servers.map(({ stop }) => stop()));
      await world.db.close();
    },
  };
}
