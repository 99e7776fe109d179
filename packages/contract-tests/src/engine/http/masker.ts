import { isObject } from "../json.ts";

const MASK = "***";
const SHORTEST = 8;
const DULL = /^(?:conformance.*|(.)\1*)$/s;

/**
 * Takes secrets out of everything that is shown. It knows them by the names of members that hold them, and learns each
 * value that it sees under such a name, so that the same value is masked in a URL or a sentence too.
 */
export interface Masker {
  /** Learns the secrets in a body, in the queries of its URLs too. */
  learn(value: unknown): void;
  /** Learns values that are secrets by where they stand. */
  hide(values: readonly string[]): void;
  mask(text: string): string;
}

export function createMasker(isSecret: (name: string, value: string) => boolean): Masker {
  const secrets = new Set<string>();

  function learn(value: unknown): void {
    if (typeof value === "string") learnQuery(value);
    else if (Array.isArray(value)) value.forEach(learn);
    else if (isObject(value)) for (const [name, member] of Object.entries(value)) learnMember(name, member);
  }

  function learnMember(name: string, value: unknown): void {
    if (typeof value === "string" && isSecret(name, value)) hide([value]);
    else learn(value);
  }

  // Masking a short or dull value would blot out ordinary text too.
  function hide(values: readonly string[]): void {
    for (const value of values) if (value.length >= SHORTEST && !DULL.test(value)) secrets.add(value);
  }

  function learnQuery(text: string): void {
    if (!text.includes("?") || !URL.canParse(text)) return;
    for (const [name, value] of new URL(text).searchParams)
      if (!value.includes("?")) learnMember(name, value);
  }

  function mask(text: string): string {
    const all = [...secrets].sort((left, right) => right.length - left.length);
    const spellings = all.flatMap((secret) => [secret, encodeURIComponent(secret)]);
    return spellings.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  }

  return { learn, hide, mask };
}
