import { expect, it } from "vitest";
import { createBrowser } from "../support/browser.ts";
import { describeDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";
import { interruptible } from "../support/interruptible.ts";

describeDatabases("[A31] a session ends", (open) => {
  it("while the consent page is made: the person is asked to sign in", async () => {
    const { db, afterRead } = interruptible(await open());
    const host = await startHost(
      Object.assign(async () => db, { dialect: open.dialect, newUrl: open.newUrl }),
    );
    const ada = await host.register();
    const { id } = await host.createApplication(ada);
    const browser = createBrowser(host);
    await browser.signIn(ada);
    const token = browser.cookies.get("fluxer_session") ?? "";
    afterRead("find_session", () => host.call("logout", { token }));

    const page = await browser.get(`/oauth2/authorize?client_id=${id}&response_type=code&scope=bot`);

    expect(page.status).toBe(200);
    expect(page.form("/sign-in")).toHaveProperty("next");
  });
});
