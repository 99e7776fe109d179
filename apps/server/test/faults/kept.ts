import { expect } from "vitest";
import type { Database } from "../../src/db/database.ts";
import type { Wire } from "../support/wire.ts";
import type { Client } from "../support/world.ts";
import { findHalves, findLost } from "./findings.ts";
import type { Load } from "./load.ts";

/** Every token and code that was acknowledged works, once each; gives their number. */
export async function expectKept(wire: Wire, client: Client, load: Load): Promise<number> {
  const { asked, lost } = await findLost(wire, client, load);
  expect(lost).toEqual([]);
  return asked;
}

/** Whatever was begun was done as a whole or not at all, and nothing twice. */
export async function expectNoHalves(db: Database): Promise<void> {
  expect(await findHalves(db)).toEqual({});
}
