/**
 * White space around it is dropped. Undefined for text that PostgreSQL cannot store (NUL) or that UTF-8 cannot carry
 * (half of a surrogate pair): both databases are to hold what was sent, character for character.
 */
export function cleanText(text: string): string | undefined {
  return text.includes("\0") || !text.isWellFormed() ? undefined : text.trim();
}
