import type { OperationId } from "@fluxer-oauth2/contract";
import type { Exchange } from "./recorder.ts";

/** Where secrets are given out: by operation, the members of a 200 that hold one. Nothing else may. */
export const ISSUED: Readonly<Partial<Record<OperationId, readonly string[]>>> = {
  createOauth2Application: ["client_secret", "bot.token"],
  exchangeOauth2Token: ["access_token", "refresh_token"],
  grantOauth2Consent: ["redirect_to"],
  login: ["token"],
  register: ["token"],
  resetBotToken: ["token"],
  resetClientSecret: ["client_secret"],
};

/** Headers that do: the code on its way to the application, and the cookies of a browser. */
const ISSUING_HEADERS: Readonly<Record<string, string>> = {
  authorize: "location",
  "/oauth2/authorize/decision": "location",
  "/sign-in": "set-cookie",
  "/sign-up": "set-cookie",
};

/** The page that asks for consent holds the one-time value that its form sends back. */
const CONSENT_REQUEST = /(?<=name="request" value=")fxq_[0-9A-Za-z]+/;

/** The answer without what it is there to give out. */
export function withoutIssued(exchange: Exchange): Exchange {
  const { of, status, headers, body } = exchange;
  const header = status < 400 ? ISSUING_HEADERS[of] : undefined;
  const members = status === 200 && Object.hasOwn(ISSUED, of) ? ISSUED[of as OperationId] : undefined;
  return {
    ...exchange,
    headers: headers.filter(([name]) => name !== header),
    body: members ? blank(body, members) : of === "authorize" ? body.replace(CONSENT_REQUEST, "") : body,
  };
}

function blank(body: string, members: readonly string[]): string {
  const value: unknown = JSON.parse(body);
  for (const member of members) remove(value, member.split("."));
  return JSON.stringify(value);
}

function remove(value: unknown, [name = "", ...rest]: readonly string[]): void {
  if (typeof value !== "object" || value === null) return;
  if (rest.length > 0) remove(Reflect.get(value, name), rest);
  else Reflect.deleteProperty(value, name);
}
