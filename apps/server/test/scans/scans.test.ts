import { beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Drive, drive } from "./drive.ts";
import { examplesOf } from "./examples.ts";
import { canariesIn, type Evidence, secretMembersIn } from "./scan.ts";

const PATIENCE = 300_000;

describeDatabases("after everything that can be asked of the provider", (open) => {
  let driven: Drive;
  let evidence: Evidence;
  beforeAll(async () => {
    driven = await drive(open);
    evidence = await driven.evidence();
  }, PATIENCE);

  it("[A37] no secret is in an answer but the one that gives it out, in the log, the database or the document", () => {
    const { exchanges, secrets, log } = evidence;
    console.log(
      `scan ${open.dialect}: ${exchanges.length} answers, ${log.length} log lines, ${secrets.length} secrets`,
    );
    expect(exchanges.length).toBeGreaterThan(1500);
    expect(log.length).toBeGreaterThan(1000);
    expect(secrets.length).toBeGreaterThan(300);
    expect(canariesIn(evidence)).toEqual([]);
  });

  it("[A36] no answer, and no example of one, has a member named like a secret but those that give one out", () => {
    const examples = examplesOf(evidence.document);
    expect(examples.length).toBeGreaterThan(40);
    expect(secretMembersIn([...evidence.exchanges, ...examples])).toEqual([]);
  });

  describe("the scan is not blind: it", () => {
    const plants: Record<string, (secret: string) => Partial<Evidence>> = {
      "an answer": (secret) => ({ exchanges: [answer({ body: JSON.stringify({ name: `x${secret}` }) })] }),
      "an answer that gives out another": (secret) => ({
        exchanges: [answer({ of: "login", body: JSON.stringify({ token: "", user_id: secret }) })],
      }),
      "an error": (secret) => ({
        exchanges: [answer({ of: "login", status: 400, body: JSON.stringify({ token: secret }) })],
      }),
      "an ETag": (secret) => ({ exchanges: [answer({ headers: [["etag", `"${secret}"`]] })] }),
      "the document": (secret) => ({ document: `{"example":"${secret}"}` }),
    };

    it.each(Object.keys(plants))("finds any secret planted in %s", (place) => {
      for (const { name, text } of evidence.secrets) {
        const planted = plants[place]?.(text) ?? {};
        const nothing = { exchanges: [], log: [], stored: new Map(), document: "" };
        const hits = canariesIn({ ...nothing, secrets: evidence.secrets, ...planted });
        expect(hits).toEqual([expect.stringContaining(name)]);
      }
    });

    it("finds a secret member where none is given out", () => {
      const body = JSON.stringify({ application: [{ id: "1", bot: { token: "x" } }] });
      expect(secretMembersIn([answer({ body })])).toEqual([
        "application.bot.token in an answer of getApplication: 200",
      ]);
    });

    it("finds a password in a log line", () => {
      const password = evidence.secrets.find(({ name }) => name === "password")?.text;
      const log: string[] = [];
      createLog({ logLevel: "info" }, { write: (line) => log.push(line) }).info({
        reason: `wrong: ${password}`,
      });
      expect(canariesIn({ ...evidence, log })).toEqual([expect.stringMatching(/^password in the log/)]);
    });

    it("finds a secret that was stored as it is", async () => {
      const { token } = await driven.host.register();
      const { text = "" } = evidence.secrets.find(({ isHash }) => !isHash) ?? {};
      await driven.host.call("updateCurrentUser", { token, body: { bio: `mine: ${text}` } });
      const hits = canariesIn(await driven.evidence());
      expect(hits).toContainEqual(expect.stringMatching(/in the database: users$/));
    });
  });
});

function answer(given: Partial<Evidence["exchanges"][number]>): Evidence["exchanges"][number] {
  return { of: "getApplication", sent: "", status: 200, headers: [], body: "", ...given };
}
