import { once } from "node:events";
import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { start } from "../support/processes.ts";
import { codeRow } from "../support/rows.ts";
import { countCodes, insertCode } from "./statements.ts";

const WRITER = new URL("./writer.ts", import.meta.url);

describeDatabases("two processes", (open) => {
  it("may start at once on a database that neither has seen", async () => {
    const url = await open.newUrl();
    await Promise.all(["a", "b", "c"].map((prefix) => start(WRITER, url, prefix, "1").done));
    expect(await (await open({ url })).read(countCodes, {})).toEqual([{ count: 3 }]);
  });

  it("write at the same time without losing anything", async () => {
    const url = await open.newUrl();
    const db = await open({ url });
    const { child, done } = start(WRITER, url, "theirs", "200");
    await once(child, "message");
    for (let turn = 0; turn < 50; turn++) {
      const rows = [0, 1, 2, 3].map((index) => codeRow({ id: `ours${turn}.${index}` }));
      await Promise.all(rows.map((row) => db.atomically((tx) => tx.run(insertCode, row))));
    }
    await done;
    expect(await db.read(countCodes, {})).toEqual([{ count: 400 }]);
  });
});
