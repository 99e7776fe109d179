import { and, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Row } from "../../src/db/schema.ts";
import { everyColumn, statement } from "../../src/db/statement.ts";
import { describeDatabases } from "../support/databases.ts";
import { codeRow, userRow } from "../support/rows.ts";
import { insertCode, listCodes } from "./statements.ts";

const insertUser = statement<Row<"users">>()("insert_user", (q, t, p) =>
  q.insert(t.users).values(everyColumn(t.users, p)),
);
const insertGuild = statement<Row<"guilds">>()("insert_guild", (q, t, p) =>
  q.insert(t.guilds).values(everyColumn(t.guilds, p)),
);
const listUsers = statement()("list_users", (q, t) => q.select().from(t.users).orderBy(t.users.id));
const listGuilds = statement()("list_guilds", (q, t) => q.select().from(t.guilds));

describeDatabases("a statement", (open) => {
  it("gives back every kind of column as it was given", async () => {
    const db = await open();
    const person = userRow({
      id: "1",
      globalName: "Ünïcødé 🚀 'quoted' \\",
      emailVerified: true,
      flags: 2_147_483_647,
      createdAt: 8_640_000_000_000_000,
      deletedAt: 0,
    });
    const guild: Row<"guilds"> = {
      id: "2",
      name: "",
      icon: null,
      ownerId: "1",
      systemChannelId: null,
      features: ["A", 'with "quotes"'],
      createdAt: 0,
    };
    await db.atomically(function* (tx) {
      yield* tx.run(insertUser, person);
      yield* tx.run(insertGuild, guild);
    });
    expect(await db.read(listUsers, {})).toEqual([person]);
    expect(await db.read(listGuilds, {})).toEqual([guild]);
  });

  it("compares and sets booleans, null and computed values", async () => {
    const db = await open();
    const findBots = statement<{ bot: boolean }>()("find_bots", (q, t, { bot }) =>
      q.select({ id: t.users.id }).from(t.users).where(eq(t.users.bot, bot)),
    );
    const change = statement<{ email: string | null; verified: boolean; more: number }>()(
      "change",
      (q, t, p) =>
        q
          .update(t.users)
          .set({ email: p.email, emailVerified: p.verified, flags: sql`${t.users.flags} + ${p.more}` })
          .returning({ email: t.users.email, verified: t.users.emailVerified, flags: t.users.flags }),
    );
    const changed = await db.atomically(function* (tx) {
      yield* tx.run(insertUser, userRow({ id: "1", bot: true, email: "a@example.org", flags: 4 }));
      yield* tx.run(insertUser, userRow({ id: "2", bot: false, email: "b@example.org", flags: 5 }));
      return yield* tx.run(change, { email: null, verified: true, more: 3 });
    });
    expect(changed).toEqual([
      { email: null, verified: true, flags: 7 },
      { email: null, verified: true, flags: 8 },
    ]);
    expect(await db.read(findBots, { bot: true })).toEqual([{ id: "1" }]);
    expect(await db.read(findBots, { bot: false })).toEqual([{ id: "2" }]);
  });

  it("joins tables and reads computed columns as it says they are read", async () => {
    const db = await open();
    const owners = statement<{ least: number }>()("owners", (q, t, { least }) =>
      q
        .select({
          owner: t.users.username,
          guilds: sql<number>`count(*)`.as("guilds"),
          many: sql<boolean>`count(*) > 1`.mapWith(Boolean),
          latest: sql<number>`max(${t.guilds.createdAt})`,
        })
        .from(t.guilds)
        .innerJoin(t.users, eq(t.users.id, t.guilds.ownerId))
        .groupBy(t.users.username)
        .having(sql`count(*) >= ${least}`),
    );
    const guild = { name: "g", icon: null, ownerId: "1", systemChannelId: null, features: [] };
    await db.atomically(function* (tx) {
      yield* tx.run(insertUser, userRow({ id: "1", username: "owner" }));
      yield* tx.run(insertGuild, { ...guild, id: "2", createdAt: 5 });
      yield* tx.run(insertGuild, { ...guild, id: "3", createdAt: 1_780_000_000_000 });
    });
    expect(await db.read(owners, { least: 2 })).toEqual([
      { owner: "owner", guilds: 2, many: true, latest: 1_780_000_000_000 },
    ]);
    expect(await db.read(owners, { least: 3 })).toEqual([]);
  });

  it("sorts text byte by byte, so that ids sort by their time", async () => {
    const db = await open();
    await db.atomically(function* (tx) {
      for (const id of ["a", "B", "_", "0", "Z", "ä"]) yield* tx.run(insertCode, codeRow({ id }));
    });
    expect((await db.read(listCodes, {})).map(({ id }) => id)).toEqual(["0", "B", "Z", "_", "a", "ä"]);
  });

  it("says which parameter it did not get", async () => {
    const db = await open();
    const find = statement<{ id?: string; bot: boolean }>()("find", (q, t, p) =>
      q
        .select({ id: t.users.id })
        .from(t.users)
        .where(and(eq(t.users.id, sql`${p.id}`), eq(t.users.bot, p.bot))),
    );
    await expect(db.read(find, { bot: true })).rejects.toThrow('statement find got no value for "id"');
  });

  it("has a name of its own, and flat rows", async () => {
    const db = await open();
    const again = statement()("list_users", (q, t) => q.select({ id: t.users.id }).from(t.users));
    const nested = statement()("nested", (q, t) => q.select({ user: t.users }).from(t.users));
    await db.read(listUsers, {});
    await expect(db.read(again, {})).rejects.toThrow("two statements are named list_users");
    await expect(db.read(nested, {})).rejects.toThrow("rows are flat");
  });
});

it("a parameter that its column could not hold does not compile", () => {
  statement<{ id: number }>()("wrong_type", (q, t, p) =>
    // @ts-expect-error: ids are text
    q.select({ id: t.users.id }).from(t.users).where(eq(t.users.id, p.id)),
  );
  statement<{ id: string }>()("unknown", (q, t, p) =>
    // @ts-expect-error: no such parameter
    q.select({ id: t.users.id }).from(t.users).where(eq(t.users.id, p.userId)),
  );
  statement<{ name: string | null }>()("null", (q, t, p) =>
    // @ts-expect-error: a username is never null
    q.update(t.users).set({ username: p.name }),
  );
});
