import { beforeAll, expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD } from "../support/host.ts";
import { type Admin, startBoth } from "./admin.ts";

describeDatabases("what the operator is shown", (open) => {
  let host: Host;
  let admin: Admin;
  let ada: Account;
  beforeAll(async () => {
    ({ host, admin } = await startBoth(open));
    ada = await host.register("ada");
  });

  it("of an application is what an administrator sees", async () => {
    const { id } = await host.createApplication(ada, {
      redirect_uris: ["https://a.example/", "https://b.example/"],
    });
    const { status, stdout, stderr } = await admin("application", "show", id);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
      ["id", id],
      ["name", "Weather"],
      ["owner_id", ada.id],
      ["description", "-"],
      ["icon", "-"],
      ["redirect_uris", "https://a.example/ https://b.example/"],
      ["bot_public", "true"],
      ["bot_require_code_grant", "false"],
      ["flags", "0"],
      ["trusted", "false"],
      ["created_at", "2026-11-22T10:00:00.000Z"],
      [""],
    ]);
  });

  it("of a user is the account with its address", async () => {
    const { status, stdout } = await admin("user", "show", ada.id);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^id +${ada.id}\nusername +ada\n`));
    expect(stdout).toMatch(new RegExp(`\nemail +${ada.email}\nverified +false\n`));
    expect(stdout).toMatch(/\ncreated_at +2026-11-22T10:00:00.000Z\n$/);
  });

  it("never holds a secret or its hash", async () => {
    const app = await host.createApplication(ada);
    const { bearer, refreshToken } = await host.authorize(ada, app, ["identify"]);
    const outputs = await Promise.all([
      admin("application", "show", app.id),
      admin("application", "trust", app.id),
      admin("application", "untrust", app.id),
      admin("user", "show", ada.id),
      admin("user", "show", app.id),
      admin("audit"),
      admin("audit", "--json"),
    ]);
    const shown = outputs.map(({ stdout, stderr }) => stdout + stderr).join();
    const secrets = [app.secret, app.botToken, ada.token, bearer, refreshToken, PASSWORD];
    for (const secret of secrets.map((each) => each.replace(/^Bot |^Bearer /, ""))) {
      expect(shown).not.toContain(secret);
    }
    // No hash, and no random part of a credential: nothing is that long and without a break.
    expect(shown).not.toMatch(/[\w-]{40}|argon2/);
  });

  it("cannot steer the terminal or turn a line around", async () => {
    const { id } = await host.createApplication(ada, { name: "\u001b[2Jgone\u202e\u009bX" });
    for (const command of ["show", "trust", "untrust"]) {
      const { stdout } = await admin("application", command, id);
      expect(stdout).toContain("\\u{1b}[2Jgone\\u{202e}\\u{9b}X");
      expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it("is where to look next when there is no such thing", async () => {
    for (const kind of ["application", "user"]) {
      const { status, stdout, stderr } = await admin(kind, "show", "1");
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(new RegExp(`^There is no ${kind} 1\\. .*"audit --application 1"`));
    }
  });
});
