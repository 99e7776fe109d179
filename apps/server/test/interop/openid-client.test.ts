import * as client from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InteropFixture, interopFixture } from "./fixture.ts";

describe("openid-client", () => {
  let fixture: InteropFixture;
  let config: client.Configuration;

  beforeAll(async () => {
    fixture = await interopFixture();
    config = await client.discovery(
      new URL(fixture.url),
      fixture.clientId,
      undefined,
      client.ClientSecretBasic(fixture.clientSecret),
      // The library refuses plain http unless told; the server under test is on this machine.
      { algorithm: "oauth2", execute: [client.allowInsecureRequests] },
    );
  }, 60_000);

  afterAll(() => fixture.stop());

  async function codeFlow(): Promise<client.TokenEndpointResponse> {
    const pkceCodeVerifier = client.randomPKCECodeVerifier();
    const expectedState = client.randomState();
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: fixture.redirectUri,
      scope: "identify email",
      state: expectedState,
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
    });
    return client.authorizationCodeGrant(config, await fixture.authorize(url), {
      pkceCodeVerifier,
      expectedState,
    });
  }

  it("completes code with PKCE and reads the user", async () => {
    const tokens = await codeFlow();
    const user = await client.fetchUserInfo(config, tokens.access_token, fixture.userId);
    expect(user).toMatchObject({ sub: fixture.userId, username: "ada", email: "ada@example.com" });
  });

  it("refreshes, introspects and revokes", async () => {
    const first = await codeFlow();
    const second = await client.refreshTokenGrant(config, first.refresh_token ?? "");
    expect(await client.tokenIntrospection(config, second.access_token)).toMatchObject({ active: true });
    await client.tokenRevocation(config, second.refresh_token ?? "");
    expect(await client.tokenIntrospection(config, second.access_token)).toEqual({ active: false });
  });

  it("gets a token for the client itself", async () => {
    const tokens = await client.clientCredentialsGrant(config, { scope: "bot" });
    expect(tokens).toMatchObject({ token_type: "bearer", scope: "bot" });
    expect(tokens.refresh_token).toBeUndefined();
  });
});
