import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { authorizationUrl, createPkce, createState, readAuthorizationResponse } from "../src/index.ts";

describe("the authorization URL", () => {
  it("holds what it was given and response_type=code, and leaves out what is absent", () => {
    const url = authorizationUrl("https://fluxer.example/v1/", {
      client_id: "42",
      redirect_uri: "https://client.example/cb?x=1",
      scope: "identify email",
    });
    expect(url.pathname).toBe("/v1/oauth2/authorize");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: "42",
      redirect_uri: "https://client.example/cb?x=1",
      scope: "identify email",
    });
  });
});

describe("state and PKCE", () => {
  it("makes another state each time, of 128 bits", () => {
    const states = new Set(Array.from({ length: 50 }, createState));
    expect(states.size).toBe(50);
    for (const state of states) expect(state).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it("makes a verifier as RFC 7636 4.1 asks and its S256 challenge", async () => {
    const { code_verifier, code_challenge, code_challenge_method } = await createPkce();
    expect(code_verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(code_challenge).toBe(createHash("sha256").update(code_verifier).digest("base64url"));
    expect(code_challenge_method).toBe("S256");
  });
});

describe("the redirect that comes back", () => {
  const expected = { state: "s 1", issuer: "https://fluxer.example" };
  const redirect = (query: Record<string, string>) =>
    `https://client.example/cb?${new URLSearchParams({ state: "s 1", iss: "https://fluxer.example", ...query })}`;

  it("gives the code when state and issuer are the expected ones", () => {
    expect(readAuthorizationResponse(redirect({ code: "c" }), expected)).toEqual({ code: "c" });
  });

  it.each([
    ["another state", redirect({ code: "c", state: "s2" }), "state_mismatch"],
    ["another issuer", redirect({ code: "c", iss: "https://evil.example" }), "issuer_mismatch"],
    ["no issuer where one is expected", "https://client.example/cb?code=c&state=s+1", "issuer_mismatch"],
    ["the provider's error", redirect({ error: "access_denied" }), "access_denied"],
    ["neither code nor error", redirect({}), "malformed_response"],
    ["two codes", `${redirect({ code: "a" })}&code=b`, "malformed_response"],
    ["another state beside an error", redirect({ error: "access_denied", state: "" }), "state_mismatch"],
  ])("is refused with %s", (_, url, code) => {
    expect(() => readAuthorizationResponse(url, expected)).toThrow(expect.objectContaining({ code }));
  });
});
