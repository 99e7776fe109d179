import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../src/db/client.ts";
import { codeRow } from "../support/rows.ts";
import { insertCode } from "./statements.ts";
// Loaded before the start is given, so that those who start at once do.
import "../../src/db/postgres/open.ts";
import "../../src/db/sqlite/open.ts";

// A second process: waits for the start, opens the database, then writes a row per turn for as many turns as it is told.
const [url = "", prefix = "", turns = "0"] = process.argv.slice(2);
process.send?.("ready");
await once(process, "message");
const db = await openDatabase({ url });
for (let turn = 0; turn < Number(turns); turn++) {
  await db.atomically((tx) => tx.run(insertCode, codeRow({ id: `${prefix}${turn}` })));
  await sleep(0);
}
await db.close();
process.disconnect?.();
