const NAMES = [
  "client_id",
  "redirect_uri",
  "response_type",
  "scope",
  "state",
  "prompt",
  "permissions",
  "guild_id",
  "code_challenge",
  "code_challenge_method",
] as const;

/** What an application asks, in its own words. Nothing here is trusted yet. */
export type Parameters = { readonly [Name in (typeof NAMES)[number]]?: string };

export function isParameter(name: string): boolean {
  return NAMES.some((known) => known === name);
}

/** RFC 6749 3.1: parameters sent without a value MUST be treated as if they were omitted, unknown ones be ignored. */
export function readParameters(sent: { readonly [Name in keyof Parameters]: unknown }): Parameters {
  const present = NAMES.map((name) => [name, sent[name] ?? ""] as const).filter(([, value]) => value !== "");
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}
