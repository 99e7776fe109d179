import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { statement } from "../../src/db/statement.ts";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Host, PASSWORD, startHost } from "../support/host.ts";
import { userRow } from "../support/rows.ts";

const findByEmail = statement<{ emailLower: string }>()("test_find_by_email", (q, t, p) =>
  q
    .select({ id: t.users.id, passwordHash: t.users.passwordHash })
    .from(t.users)
    .where(eq(t.users.emailLower, p.emailLower)),
);

describeDatabases("registration", (open) => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost(open);
  });
  const register = (account: Record<string, unknown>) =>
    host.call("register", { body: { password: PASSWORD, ...account } });

  it("answers with a session that works, and nothing else", async () => {
    const answer = await register({ email: "Ada@example.com", username: "ada", global_name: " Ada " });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(["user_id", "token"]);
    expect(answer.body.token).toMatch(/^flx_[0-9A-Za-z]{36}$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const me = await host.call("getCurrentUser", { token: answer.body.token });
    expect(me.body).toEqual({
      id: answer.body.user_id,
      username: "ada",
      discriminator: expect.stringMatching(/^[0-9]{4}$/),
      global_name: "Ada",
      avatar: null,
      avatar_color: null,
      banner: null,
      bio: null,
      flags: 0,
      email: "Ada@example.com",
      verified: false,
    });
  });

  it("keeps the password as an argon2id hash only", async () => {
    await register({ email: "hash@example.com", username: "hash" });
    const [stored] = await host.db.read(findByEmail, { emailLower: "hash@example.com" });
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$/);
  });

  it("leaves one event", async () => {
    const events = await eventsOf(host.db, () => host.register("observed"));
    expect(events).toMatchObject([{ action: "account.register", outcome: "success" }]);
  });

  it("refuses an address that has an account, whatever its case, at its member", async () => {
    await register({ email: "taken@example.com", username: "first" });
    const second = await register({ email: "TAKEN@example.com", username: "second" });
    expect(second.status).toBe(400);
    expect(second.body).toMatchObject({ code: "INVALID_FORM_BODY", errors: [{ path: "email" }] });
  });

  it("gives an address to one of many who ask for it at once", async () => {
    const racers = Array.from({ length: 12 }, (_, n) =>
      register({ email: "race@example.com", username: `racer_${n}` }),
    );
    const statuses = (await Promise.all(racers)).map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array(11).fill(400)]);
  });

  it("gives each bearer of a username, in any case, a number of its own", async () => {
    const names = ["many", "Many", "MANY"];
    const accounts = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        register({ email: `many${n}@example.com`, username: names[n % 3] }),
      ),
    );
    const users = await Promise.all(
      accounts.map(({ body }) => host.call("getCurrentUser", { token: body.token })),
    );
    expect(new Set(users.map(({ body }) => body.discriminator)).size).toBe(24);
  });

  it("finds the last free number of a username, and then has none", async () => {
    const free = randomInt(10_000);
    const taken = Array.from({ length: 10_000 }, (_, n) => n).filter((n) => n !== free);
    for (let start = 0; start < taken.length; start += 500) {
      const rows = taken
        .slice(start, start + 500)
        .map((discriminator) =>
          userRow({ id: `full${discriminator}`, username: "Full", usernameLower: "full", discriminator }),
        );
      const fill = statement()(`test_fill_${open.dialect}_${start}`, (q, t) =>
        q.insert(t.users).values(rows),
      );
      await host.db.atomically((tx) => tx.run(fill, {}));
    }
    const last = await host.register("full");
    const me = await host.call("getCurrentUser", { token: last.token });
    expect(me.body.discriminator).toBe(String(free).padStart(4, "0"));
    const late = await register({ email: "late@example.com", username: "FULL" });
    expect(late.status).toBe(400);
    expect(late.body).toMatchObject({ code: "USERNAME_NOT_AVAILABLE" });
    expect(await host.db.read(findByEmail, { emailLower: "late@example.com" })).toEqual([]);
  });

  it.each(["everyone", "HERE", "a b", "ä", "x".repeat(33)])("refuses the username %j", async (username) => {
    const answer = await register({ email: "name@example.com", username });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ path: "username" }] });
  });
});
