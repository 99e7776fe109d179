import { expect, it } from "vitest";
import { insertCode } from "../db/statements.ts";
import { describeDatabases } from "../support/databases.ts";
import { codeRow } from "../support/rows.ts";
import { startBoth } from "./admin.ts";

describeDatabases("pruning by the operator", (open) => {
  it("removes what has expired, tells of which tables and how much, and then nothing", async () => {
    const { host, admin } = await startBoth(open);
    await host.db.atomically(function* (tx) {
      for (const id of ["00000000000001", "00000000000002", "00000000000003"])
        yield* tx.run(insertCode, codeRow({ id }));
    });
    const [first, second] = [await admin("prune", "--batch", "2"), await admin("prune")];
    expect(first).toEqual({ status: 0, stdout: "authorizationCodes  3\n", stderr: "Removed rows: 3.\n" });
    expect(second).toEqual({ status: 0, stdout: "", stderr: "Removed rows: 0.\n" });
  });
});
