import { type Credential, type CredentialKind, mint, parse, sameHash } from "../lib/secret.ts";

type Kind = Extract<CredentialKind, "code" | "access" | "refresh">;

const NOBODY = { code: mint("code", 0), access: mint("access", 0), refresh: mint("refresh", 0) };

/** What is malformed or of another kind becomes an unknown one: the same lookup, the same comparison, the same answer. */
export function readCredential(kind: Kind, text: string): Credential {
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
