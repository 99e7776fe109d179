import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";

const HOUR = 3_600_000;
const REDIRECT = "https://weather.example/callback";

describeDatabases("the clock goes back an hour", (open) => {
  it("what was issued works, what is issued works and comes after it, and nothing fails", async () => {
    const host = await startHost(open);
    const ada = await host.register();
    const application = await host.createApplication(ada);
    const before = await host.authorize(ada, application, ["identify"]);
    const { code } = await host.agree(ada, application, { scope: "identify" });

    host.clock.advance(-HOUR);

    const client = { client_id: application.id, client_secret: application.secret };
    const token = async (form: Record<string, string>) => {
      const { status, body } = await host.call("exchangeOauth2Token", { form: { ...client, ...form } });
      expect(status).toBe(200);
      return { refresh: "", ...body, refresh_token: "refresh_token" in body ? body.refresh_token : "" };
    };
    const refresh = (refresh_token: string) => token({ grant_type: "refresh_token", refresh_token });

    // The session, the code, the access and the refresh token of before.
    const exchanged = await token({
      grant_type: "authorization_code",
      code: code ?? "",
      redirect_uri: REDIRECT,
    });
    const rotations = [before.refreshToken];
    for (let rotation = 0; rotation < 3; rotation++) {
      rotations.push((await refresh(rotations.at(-1) ?? "")).refresh_token);
    }
    const after = await host.authorize(ada, application, ["identify"]);
    const own = await token({ grant_type: "client_credentials" });
    // The retry of a rotation from after the change is told the same pair.
    expect((await refresh(rotations.at(-2) ?? "")).refresh_token).toBe(rotations.at(-1));

    const bearers = [
      before.bearer,
      after.bearer,
      `Bearer ${exchanged.access_token}`,
      `Bearer ${own.access_token}`,
    ];
    for (const bearer of bearers) {
      expect((await host.call("getCurrentOauth2User", { token: bearer })).status).toBe(200);
    }
    const issued = [...rotations, after.refreshToken];
    expect(issued.toSorted()).toEqual(issued);

    const audit = await host.call("listApplicationAuditLogs", {
      token: ada.token,
      params: { id: application.id },
    });
    expect(audit.status).toBe(200);

    // And forward again.
    host.clock.advance(HOUR);
    await refresh(rotations.at(-1) ?? "");
    expect((await host.call("getCurrentOauth2User", { token: after.bearer })).status).toBe(200);
    expect(host.lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
