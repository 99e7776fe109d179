/** RFC 7636 4.2, for an authorization request. */
export async function challengeOf(verifier: string): Promise<Record<string, string>> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const code_challenge = Buffer.from(digest).toString("base64url");
  return { code_challenge, code_challenge_method: "S256" };
}
