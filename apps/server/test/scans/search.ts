import type { Secret } from "./secrets.ts";

const KEY = 16;

/** Finds any of many secrets of 16 characters or more in a text in one pass: by their first characters, then as a whole. */
export function createSearch(secrets: readonly Secret[]) {
  const byKey = new Map<string, Secret[]>();
  for (const secret of secrets) {
    const key = secret.text.slice(0, KEY);
    byKey.set(key, [...(byKey.get(key) ?? []), secret]);
  }
  return (text: string): readonly Secret[] => {
    const found = new Set<Secret>();
    for (let start = 0; start + KEY <= text.length; start++) {
      for (const secret of byKey.get(text.slice(start, start + KEY)) ?? []) {
        if (text.startsWith(secret.text, start)) found.add(secret);
      }
    }
    return [...found];
  };
}
