import { describe, expect, it } from "vitest";
import { clientCredentials, exchangeCode, refreshTokens, TokenError } from "../src/index.ts";
import { documented, json, recordingClient } from "./support.ts";

const auth = { client: { id: "42", secret: "s" } };
const tokens = {
  access_token: "a",
  token_type: "Bearer",
  expires_in: 5,
  refresh_token: "r",
  scope: "identify",
};

describe("token helpers", () => {
  it("exchange a code with its verifier", async () => {
    const { client, last } = recordingClient(json(200, tokens), { auth });
    const fields = { code: "c", redirect_uri: "https://client.example/cb", code_verifier: "v".repeat(43) };
    expect(await exchangeCode(client, fields)).toEqual(tokens);
    expect(Object.fromEntries(new URLSearchParams(await last().text()))).toEqual({
      grant_type: "authorization_code",
      ...fields,
    });
  });

  it("spend a refresh token", async () => {
    const { client, last } = recordingClient(json(200, tokens), { auth });
    expect(await refreshTokens(client, { refresh_token: "old" })).toEqual(tokens);
    expect(await last().text()).toBe("refresh_token=old&grant_type=refresh_token");
  });

  it("get a token for the client itself", async () => {
    const { refresh_token: _, ...alone } = tokens;
    const { client, last } = recordingClient(json(200, alone), { auth });
    expect(await clientCredentials(client, { scope: "bot" })).toEqual(alone);
    expect(await last().text()).toBe("scope=bot&grant_type=client_credentials");
  });

  it("throw the provider's code with its status", async () => {
    const refusal = { error: "invalid_grant", error_description: "No." };
    const { client } = recordingClient(json(400, refusal), { auth });
    const error = await refreshTokens(client, { refresh_token: "old" }).catch((reason) => reason);
    expect(error).toBeInstanceOf(TokenError);
    expect(error).toMatchObject({ status: 400, code: "invalid_grant", message: "No." });
  });

  it("say how long to wait when there were too many requests", async () => {
    const { client } = recordingClient(documented("POST /oauth2/token", 429), { auth });
    await expect(clientCredentials(client)).rejects.toMatchObject({
      status: 429,
      code: "temporarily_unavailable",
      retryAfter: 4.2,
    });
  });

  it("do not pass on a pair without the refresh token", async () => {
    const { refresh_token: _, ...alone } = tokens;
    const { client } = recordingClient(json(200, alone), { auth });
    await expect(exchangeCode(client, { code: "c", redirect_uri: "https://c.example" })).rejects.toThrow(
      TypeError,
    );
  });
});
