import { beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { testDatabases } from "../support/databases.ts";
import { type Client, type Host, PASSWORD, startHost } from "../support/host.ts";
import { interruptible } from "../support/interruptible.ts";

// SQLite has one writer: nothing happens there between two statements of a transaction.
describe("[A21] what ends a grant comes between reading a credential and spending it", () => {
  const open = testDatabases("postgres");
  let host: Host;
  let before: ReturnType<typeof interruptible>["before"];

  beforeAll(async () => {
    const made = interruptible(await open());
    before = made.before;
    host = await startHost(
      Object.assign(async () => made.db, { dialect: open.dialect, newUrl: open.newUrl }),
    );
  });

  const ofOwner =
    (operation: "resetClientSecret" | "deleteApplication") =>
    (token: string, { id }: Client) =>
      host.call(operation, { token, params: { id }, body: { password: PASSWORD } });
  const endings: Record<string, (token: string, client: Client) => Promise<unknown>> = {
    "the user's withdrawal": (token, { id }) =>
      host.call("deauthorizeApplication", { token, params: { applicationId: id } }),
    "a new client secret": ofOwner("resetClientSecret"),
    "the application's deletion": ofOwner("deleteApplication"),
  };
  const spendings = ["spend_code", "spend_refresh_token"];
  const cases = Object.keys(endings).flatMap((ending) =>
    spendings.map((spending) => [ending, spending] as const),
  );

  it.each(cases)("%s, %s: it is refused, without a replay in the audit log", async (ending, spending) => {
    const ada = await host.register();
    const application = await host.createApplication(ada);
    const tokens = await host.authorize(ada, application, ["identify"]);
    const { code } = await host.agree(ada, application, { scope: "identify" });
    const exchange = {
      grant_type: "authorization_code",
      code: code ?? "",
      redirect_uri: "https://weather.example/callback",
    };
    const refresh = { grant_type: "refresh_token", refresh_token: tokens.refreshToken };
    const client = { client_id: application.id, client_secret: application.secret };
    const form = { ...client, ...(spending === "spend_code" ? exchange : refresh) };

    before(spending, () => endings[ending]?.(ada.token, application) ?? Promise.reject(new Error(ending)));
    const events = await eventsOf(host.db, async () => {
      const refused = await host.call("exchangeOauth2Token", { form });
      expect(refused).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    });
    expect(events.map(({ action }) => action)).toEqual([expect.any(String), "token.refuse"]);
    expect((await host.call("getCurrentOauth2User", { token: tokens.bearer })).status).toBe(401);
  });
});
