import type { operations } from "@fluxer-oauth2/contract/api";
import { AuthorizationError } from "./errors.ts";

type AuthorizeQuery = operations["authorize"]["parameters"]["query"];

/** The query of the authorization endpoint, as the document names it; `response_type` is always `code`. */
export type AuthorizationParameters = Omit<AuthorizeQuery, "response_type" | "scope"> & { scope: string };

/** Where to send the user's browser to ask for consent (RFC 6749 4.1.1). */
export function authorizationUrl(baseUrl: string, parameters: AuthorizationParameters): URL {
  const url = new URL(`${baseUrl.replace(/\/$/, "")}/oauth2/authorize`);
  const query: Record<string, string | undefined> = { response_type: "code", ...parameters };
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

/** A fresh `state` of 128 random bits, to be kept with the browser's session and compared on return (RFC 6749 10.12). */
export function createState(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

export interface Pkce {
  /** Kept secret until the exchange (RFC 7636 4.1). */
  code_verifier: string;
  /** Sent with the authorization request (RFC 7636 4.2). */
  code_challenge: string;
  code_challenge_method: "S256";
}

/** A fresh PKCE verifier of 256 random bits with its challenge. */
export async function createPkce(): Promise<Pkce> {
  const code_verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code_verifier));
  return { code_verifier, code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: "S256" };
}

export interface ExpectedResponse {
  /** The `state` that was sent with the request. */
  state: string;
  /** The provider's issuer; when given, an `iss` must be there and equal it (RFC 9207 2.4). */
  issuer?: string;
}

/**
 * Reads the redirect that came back, from its full URL.
 *
 * @throws AuthorizationError with the provider's code; or `state_mismatch`, `issuer_mismatch` when the redirect answers
 *   another request or another provider, `malformed_response` when it holds no single code
 */
export function readAuthorizationResponse(url: string | URL, expected: ExpectedResponse): { code: string } {
  const query = new URL(url).searchParams;
  const [state, iss, error, code] = ["state", "iss", "error", "code"].map((name) => single(query, name));
  if (state !== expected.state) {
    throw new AuthorizationError("state_mismatch", "The redirect answers another authorization request.");
  }
  if (expected.issuer !== undefined && iss !== expected.issuer) {
    throw new AuthorizationError("issuer_mismatch", "The redirect comes from another provider.");
  }
  if (error !== undefined) {
    const description = single(query, "error_description") ?? error;
    throw new AuthorizationError(error as AuthorizationError["code"], description);
  }
  if (code === undefined) throw malformed("It holds neither a code nor an error.");
  return { code };
}

function single(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  if (values.length > 1) throw malformed(`It holds ${name} more than once.`);
  return values[0];
}

function malformed(reason: string): AuthorizationError {
  return new AuthorizationError("malformed_response", `The redirect is malformed. ${reason}`);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
