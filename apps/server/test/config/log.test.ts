import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { mint, mintBotToken } from "../../src/lib/secret.ts";
import { createLog } from "../../src/log.ts";

function logged(fields: object, message = "message"): string {
  const lines: string[] = [];
  createLog({ logLevel: "info" }, { write: (line: string) => lines.push(line) }).info(fields, message);
  expect(lines).toHaveLength(1);
  return lines.join("");
}

describe("the log", () => {
  it("[A37] keeps kind and id of a credential but never its secret, wherever it stands", () => {
    for (const kind of [
      "access",
      "refresh",
      "code",
      "clientSecret",
      "session",
      "authorizationRequest",
    ] as const) {
      const { token, id } = mint(kind, Date.now());
      const line = logged({ url: `/x?access_token=${token}`, deep: { list: [token] } }, `bearer ${token}`);
      expect(line).not.toContain(token.slice(18));
      expect(line).toContain(token.slice(0, 4) + id);
    }
    const { token } = mintBotToken("1234567890123456789");
    expect(logged({ deep: [{ token }] }, `Bot ${token}`)).not.toContain(token.slice(20));
  });

  it("[A37] redacts fields that hold secrets by their name", () => {
    const line = logged({
      password: "canary",
      body: { client_secret: "canary", code_verifier: "canary" },
      headers: { authorization: "Basic canary", "set-cookie": "canary" },
    });
    expect(line).not.toContain("canary");
  });

  it("[A37] shows an error's kind, message and causes, but no parameters of a query", () => {
    const cause = Object.assign(new Error("UNIQUE constraint failed"), {
      code: "SQLITE_CONSTRAINT",
      detail: "canary",
    });
    const line = logged({ err: new DrizzleQueryError("insert into users values (?)", ["canary"], cause) });
    expect(line).toContain("insert into users");
    expect(JSON.parse(line)).toMatchObject({ err: { cause: { code: "SQLITE_CONSTRAINT" } } });
    expect(JSON.parse(logged({ err: cause }))).toMatchObject({ err: { code: "SQLITE_CONSTRAINT" } });
    expect(line).not.toContain("canary");
  });

  it("[A42] writes one JSON object on one line, whatever the text holds", () => {
    const line = logged({ text: 'a\r\n{"level":30}\u2028' }, "b\nc");
    expect(line.trimEnd().split(/\r|\n/)).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({ text: 'a\r\n{"level":30}\u2028', msg: "b\nc" });
  });

  it("thrown values that are no errors are not shown", () => {
    expect(logged({ err: "canary" })).not.toContain("canary");
  });
});
