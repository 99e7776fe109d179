import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { requests } from "../support/requests.ts";
import { startServer } from "../support/server.ts";
import { createWire } from "../support/wire.ts";
import { createWorld } from "../support/world.ts";

describeDatabases("two servers start at once where none was before", (open) => {
  it("both serve, from one set of tables and with one key", async () => {
    const data = mkdtempSync(join(tmpdir(), "fluxer-start-"));
    const url = await open.newUrl();
    const start = () => startServer({ DATABASE_URL: url, DATA_DIR: data, RATE_LIMITS: "off" });
    const servers = await Promise.all([start(), start()]);
    const world = await createWorld(await open({ url }));
    const client = await world.addClient(await world.addPerson());
    const { pair } = await world.addPair(client);
    const rotate = (at: string) => createWire(at).send(requests.refresh(client, pair.refresh_token));
    const [left, right] = await Promise.all(servers.map((server) => rotate(server.url)));
    // The pair of a retry is made from the server key.
    expect(left).toMatchObject({ status: 200, body: { access_token: expect.any(String) } });
    expect(right?.body.access_token).toBe(left?.body.access_token);
    expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
    rmSync(data, { recursive: true });
  });
});
