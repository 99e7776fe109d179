import { beforeAll, describe, expect, it } from "vitest";
import { parse, parseBotToken } from "../../src/lib/secret.ts";
import { testDatabases } from "../support/databases.ts";
import { type Host, PASSWORD, startHost } from "../support/host.ts";

describe("no answer after the first", () => {
  const open = testDatabases("sqlite");
  let host: Host;
  beforeAll(async () => {
    host = await startHost(open);
  });

  it("[A36] holds a secret, its hash, or a member for one, and neither does the log", async () => {
    const ada = await host.register("ada");
    const application = await host.createApplication(ada);
    await host.trust(application);
    const { bearer } = await host.authorize(ada, application, ["identify", "email", "admin"]);
    const { token } = ada;
    const { id, botToken } = application;
    const { body: guild } = await host.call("createGuild", { token, body: { name: "Guild" } });
    await host.agree(ada, application, { scope: "bot", guild_id: guild.id });
    const params = { id, userId: ada.id };
    const inGuild = { id: guild.id, userId: id };
    const answers = [
      await host.call("getCurrentUser", { token }),
      await host.call("updateCurrentUser", { token, body: { bio: "x" } }),
      await host.call("getUser", { token: bearer, params: { id: ada.id } }),
      await host.call("getUser", { token: bearer, params: { id } }),
      await host.call("listUserApplications", { token }),
      await host.call("listUserApplicationsAlias", { token }),
      await host.call("getApplication", { token, params }),
      await host.call("updateApplication", { token, params, body: { name: "New" } }),
      await host.call("getPublicApplication", { params }),
      await host.call("getAdminApplication", { token: bearer, params }),
      await host.call("updateBotProfile", { token, params, body: { bio: "x" } }),
      await host.call("listCurrentUserApplications", { token: botToken }),
      await host.call("getGuildMember", { token, params: inGuild }),
      await host.call("listAuditLogs", { token: bearer }),
      await host.call("login", { body: { email: ada.email, password: `${PASSWORD}!` } }),
      await host.call("resetBotToken", { token, params, body: { password: `${PASSWORD}!` } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([...Array(14).fill(200), 400, 400]);

    const botSecret = botToken.slice("Bot ".length);
    const secrets = [application.secret, botSecret, token, bearer.slice("Bearer ".length), PASSWORD];
    secrets.push(parse("clientSecret", application.secret)?.hash ?? "", parseBotToken(botSecret)?.hash ?? "");
    secrets.push("$argon2");
    for (const text of [...answers, ...host.lines].map((one) => JSON.stringify(one))) {
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
    for (const { body } of answers)
      expect(membersOf(body)).not.toContainEqual(expect.stringMatching(FORBIDDEN));
  });
});

const FORBIDDEN = /^(?:client_secret|token|.*hash.*|.*password.*|date_of_birth)$/i;

function membersOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...membersOf(inner)]);
}
