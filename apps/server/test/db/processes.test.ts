import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { start } from "../support/processes.ts";
import { codeRow } from "../support/rows.ts";
import { countCodes, insertCode } from "./statements.ts";

async function writers(url: string, prefixes: string[], turns: number) {
  const started = prefixes.map((prefix) =>
    start(new URL("./writer.ts", import.meta.url), url, prefix, String(turns)),
  );
  await Promise.all(started.map(({ child, done }) => Promise.race([once(child, "message"), done])));
  for (const { child } of started) child.send("go");
  return Promise.all(started.map(({ done }) => done));
}

describeDatabases("several processes", (open) => {
  it("may start at once on a database that none has seen", async () => {
    const url = await open.newUrl();
    await writers(url, ["a", "b"], 1);
    expect(await (await open({ url })).read(countCodes, {})).toEqual([{ count: 2 }]);
  });

  it("write at the same time without losing anything", async () => {
    const url = await open.newUrl();
    const db = await open({ url });
    let done = false;
    const theirs = writers(url, ["theirs"], 100).finally(() => {
      done = true;
    });
    let ours = 0;
    while (!done) {
      await db.atomically((tx) => tx.run(insertCode, codeRow({ id: `ours${ours++}` })));
      await setImmediate();
    }
    await theirs;
    expect(await db.read(countCodes, {})).toEqual([{ count: 100 + ours }]);
  });
});
