import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { startServer } from "../support/server.ts";

it("a started server hashes passwords at the costs that OWASP gives: 19 MiB, two passes, one lane", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fluxer-costs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "fluxer.db");
  const server = await startServer({ DATABASE_URL: `file:${file}` });
  try {
    const account = { email: "ada@example.com", username: "ada", password: "correct horse battery staple" };
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${server.url}/auth/register`, {
      method: "POST",
      headers,
      body: JSON.stringify(account),
    });
    expect(answer.status).toBe(200);
  } finally {
    await server.stop();
  }
  const db = new Database(file, { readonly: true });
  const hash = db.prepare("select password_hash from users where password_hash is not null").pluck().get();
  db.close();
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
