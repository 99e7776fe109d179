import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../src/db/client.ts";
import { codeRow } from "../support/rows.ts";
import { insertCode } from "./statements.ts";

// A second process: opens the database, says so, then writes a row per turn for as many turns as it is told.
const [url = "", prefix = "", turns = "0"] = process.argv.slice(2);
const db = await openDatabase({ url });
process.send?.("open");
for (let turn = 0; turn < Number(turns); turn++) {
  await db.atomically((tx) => tx.run(insertCode, codeRow({ id: `${prefix}${turn}` })));
  await sleep(0);
}
await db.close();
process.disconnect?.();
