import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InteropFixture, interopFixture } from "./fixture.ts";

// The library refuses plain http unless told; the server under test is on this machine.
const insecure = { [oauth.allowInsecureRequests]: true };

describe.each([
  ["client_secret_basic", oauth.ClientSecretBasic],
  ["client_secret_post", oauth.ClientSecretPost],
] as const)("oauth4webapi with %s", (_, authentication) => {
  let fixture: InteropFixture;
  let as: oauth.AuthorizationServer;
  let client: oauth.Client;
  let clientAuth: oauth.ClientAuth;

  beforeAll(async () => {
    fixture = await interopFixture();
    const issuer = new URL(fixture.url);
    const discovery = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...insecure });
    as = await oauth.processDiscoveryResponse(issuer, discovery);
    client = { client_id: fixture.clientId };
    clientAuth = authentication(fixture.clientSecret);
  }, 60_000);

  afterAll(() => fixture.stop());

  async function codeFlow(): Promise<oauth.TokenEndpointResponse> {
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const url = new URL(as.authorization_endpoint ?? "");
    url.search = new URLSearchParams({
      client_id: fixture.clientId,
      redirect_uri: fixture.redirectUri,
      response_type: "code",
      scope: "identify email",
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    }).toString();
    const parameters = oauth.validateAuthResponse(as, client, await fixture.authorize(url), state);
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      clientAuth,
      parameters,
      fixture.redirectUri,
      verifier,
      insecure,
    );
    return oauth.processAuthorizationCodeResponse(as, client, response);
  }

  async function introspect(token: string): Promise<oauth.IntrospectionResponse> {
    const response = await oauth.introspectionRequest(as, client, clientAuth, token, insecure);
    return oauth.processIntrospectionResponse(as, client, response);
  }

  it("completes code with PKCE and reads the user", async () => {
    const tokens = await codeFlow();
    expect(tokens).toMatchObject({ token_type: "bearer", expires_in: 604_800, scope: "identify email" });
    const response = await oauth.userInfoRequest(as, client, tokens.access_token, insecure);
    const user = await oauth.processUserInfoResponse(as, client, fixture.userId, response);
    expect(user).toMatchObject({ sub: fixture.userId, username: "ada", email: "ada@example.com" });
  });

  it("refreshes, and the new pair works", async () => {
    const { refresh_token = "" } = await codeFlow();
    const response = await oauth.refreshTokenGrantRequest(as, client, clientAuth, refresh_token, insecure);
    const renewed = await oauth.processRefreshTokenResponse(as, client, response);
    expect(renewed.refresh_token).not.toBe(refresh_token);
    expect(await introspect(renewed.access_token)).toMatchObject({ active: true, scope: "identify email" });
  });

  it("introspects a live token, and a revoked one as inactive", async () => {
    const { access_token, refresh_token = "" } = await codeFlow();
    expect(await introspect(access_token)).toMatchObject({
      active: true,
      sub: fixture.userId,
      client_id: fixture.clientId,
    });
    const response = await oauth.revocationRequest(as, client, clientAuth, refresh_token, insecure);
    await oauth.processRevocationResponse(response);
    expect(await introspect(access_token)).toEqual({ active: false });
  });

  it("gets a token for the client itself, without a refresh token", async () => {
    const parameters = new URLSearchParams({ scope: "identify" });
    const response = await oauth.clientCredentialsGrantRequest(as, client, clientAuth, parameters, insecure);
    const tokens = await oauth.processClientCredentialsResponse(as, client, response);
    expect(tokens.refresh_token).toBeUndefined();
    expect(await introspect(tokens.access_token)).toMatchObject({ active: true, sub: fixture.clientId });
  });

  it("reads a refused grant as the error that it is", async () => {
    const response = await oauth.refreshTokenGrantRequest(as, client, clientAuth, "nothing", insecure);
    const refused = oauth.processRefreshTokenResponse(as, client, response);
    await expect(refused).rejects.toMatchObject({ error: "invalid_grant", status: 400 });
  });
});
