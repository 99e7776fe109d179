/** In the order in which every response lists them. */
export const SCOPES = ["identify", "email", "guilds", "connections", "bot", "admin"] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * RFC 6749 3.3: scope = scope-token *( SP scope-token ). Undefined when the text is anything else or names an
 * unknown scope; otherwise in canonical order, each once.
 */
export function parseScope(text: string): Scope[] | undefined {
  const named = new Set(text.split(" "));
  const scopes = SCOPES.filter((scope) => named.has(scope));
  return scopes.length === named.size ? scopes : undefined;
}

export function formatScope(scopes: readonly Scope[]): string {
  return SCOPES.filter((scope) => scopes.includes(scope)).join(" ");
}

export function includesAll(granted: readonly Scope[], wanted: readonly Scope[]): boolean {
  return wanted.every((scope) => granted.includes(scope));
}
