/** The ways in which a value may stand in a URL, a form, JSON, or JSON inside JSON. */
export function spellingsOf(value: string): readonly string[] {
  const quoted = JSON.stringify(value).slice(1, -1);
  const form = new URLSearchParams([["", value]]).toString().slice(1);
  return [...new Set([value, encodeURIComponent(value), form, quoted, JSON.stringify(quoted).slice(1, -1)])];
}
