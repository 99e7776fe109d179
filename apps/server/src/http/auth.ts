import type { Scope } from "../lib/scopes.ts";
import type { AnyCaller, Authenticators } from "./caller.ts";
import { ApiError } from "./errors.ts";

/** `security` of an operation, read once at start. */
export type Requirement = {
  readonly session: boolean;
  readonly botToken: boolean;
  /** All of these; undefined where no access token is taken. */
  readonly scopes: readonly Scope[] | undefined;
  /** RFC 9110 11.6.1: a 401 names at least one scheme. */
  readonly challenge: string;
};

type Alternative = { readonly [scheme: string]: readonly string[] };

/** Undefined for an operation that anyone may call. */
export function requirementOf(security: readonly Alternative[]): Requirement | undefined {
  if (security.length === 0 || security.some((alternative) => Object.keys(alternative).length === 0))
    return undefined;
  const find = (scheme: string) =>
    security.find((alternative) => Object.hasOwn(alternative, scheme))?.[scheme];
  const [session, botToken, accessToken] = [find("session"), find("botToken"), find("accessToken")];
  const schemes = [accessToken && "Bearer", session && "Session", botToken && "Bot"];
  return {
    session: session !== undefined,
    botToken: botToken !== undefined,
    // The generator keeps the specification's scopes to those of its Scope schema.
    scopes: accessToken as readonly Scope[] | undefined,
    challenge: schemes
      .filter((scheme) => scheme !== undefined)
      .map((scheme) => `${scheme} realm="fluxer"`)
      .join(", "),
  };
}

/** Who sends this Authorization header: a bare session token, `Bearer …` or `Bot …`. */
export async function identify(
  authenticators: Authenticators,
  authorization: string | null,
  requirement: Requirement,
): Promise<AnyCaller> {
  if (authorization === null || authorization === "") {
    throw new ApiError("UNAUTHORIZED", { headers: { "www-authenticate": requirement.challenge } });
  }
  const { kind, token, challenge } = read(authorization, requirement);
  const caller = await authenticators[kind](token);
  if (caller === undefined)
    throw new ApiError("INVALID_TOKEN", { headers: { "www-authenticate": challenge } });
  return caller;
}

type Presented = { kind: "session" | "bot" | "accessToken"; token: string; challenge: string };

function read(authorization: string, { challenge }: Requirement): Presented {
  const [, scheme, token = ""] = /^(Bearer|Bot) +([^ ]+)$/i.exec(authorization) ?? [];
  if (scheme === undefined) return { kind: "session", token: authorization, challenge };
  if (scheme.toLowerCase() === "bot") return { kind: "bot", token, challenge };
  // RFC 6750 3.1: invalid_token is for an access token that is expired, revoked, malformed or otherwise invalid.
  return { kind: "accessToken", token, challenge: 'Bearer realm="fluxer", error="invalid_token"' };
}

/** Whether the operation takes this kind of caller, and an access token with these scopes. */
export function permit({ session, botToken, scopes }: Requirement, caller: AnyCaller): void {
  if (caller.kind === "user" && session) return;
  if (caller.kind === "bot" && botToken) return;
  if (caller.kind !== "token" || scopes === undefined) {
    throw new ApiError("ACCESS_DENIED", { reason: `not for a caller of kind ${caller.kind}` });
  }
  const missing = scopes.find((scope) => !caller.scopes.includes(scope));
  if (missing === undefined) return;
  // RFC 6750 3.1: insufficient_scope MAY be accompanied by the scope that is necessary.
  const challenge = `Bearer realm="fluxer", error="insufficient_scope", scope="${scopes.join(" ")}"`;
  throw new ApiError("MISSING_OAUTH_SCOPE", {
    requiredScope: missing,
    headers: { "www-authenticate": challenge },
  });
}
