import { type Credential, type CredentialKind, mint, parse, sameHash } from "./secret.ts";

const NOBODY = {
  access: mint("access", 0),
  refresh: mint("refresh", 0),
  code: mint("code", 0),
  clientSecret: mint("clientSecret", 0),
  session: mint("session", 0),
  authorizationRequest: mint("authorizationRequest", 0),
} satisfies Record<CredentialKind, Credential>;

/** What is malformed or of another kind becomes an unknown one: the same lookup, the same comparison, the same answer. */
export function readCredential(kind: CredentialKind, text: string): Credential {
  return parse(kind, text) ?? { id: NOBODY[kind].id, hash: NOBODY.code.hash };
}

/** Whether this is the row of the presented credential; the comparison is made where there is no row too. */
export function isAuthentic<R extends { secretHash: string }>(
  row: R | undefined,
  { hash }: Credential,
): row is R {
  const matches = sameHash(row?.secretHash ?? NOBODY.code.hash, hash);
  return row !== undefined && matches;
}
