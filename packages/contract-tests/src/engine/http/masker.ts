import { isObject, parseJson } from "../json.ts";
import { spellingsOf } from "./spellings.ts";

const MASK = "***";
const SHORTEST = 8;
const STARTS = 65_536;
const DULL = /^(?:conformance.*|(.)\1*)$/su;

/**
 * Takes secrets out of everything that is shown. It knows them by the names of members that hold them, and learns each
 * value that it sees under such a name, so that the same value is masked in a URL or a sentence too.
 */
export interface Masker {
  /** Learns the secrets in a body, in the queries of its URLs too. */
  learn(value: unknown): void;
  /** Learns the secrets in a body as it is sent: JSON, a form, or a page with a form. */
  learnText(text: string): void;
  /** Learns values that are secrets by where they stand. */
  hide(values: readonly string[]): void;
  mask(text: string): string;
}

export function createMasker(isSecret: (name: string, value: string) => boolean): Masker {
  // All their spellings, and how long those are that begin alike, so that the cost of masking does not grow with their number.
  const secrets = new Set<string>();
  const lengths = new Map<string, readonly number[]>();
  // Nearly every place in a text is ruled out by this alone.
  const starts = new Uint8Array(STARTS);

  function learn(value: unknown): void {
    if (typeof value === "string") learnQuery(value);
    else if (Array.isArray(value)) value.forEach(learn);
    else if (isObject(value)) for (const [name, member] of Object.entries(value)) learnMember(name, member);
  }

  function learnMember(name: string, value: unknown): void {
    if (typeof value === "string" && isSecret(name, value)) hide([value]);
    else learn(value);
  }

  function learnText(text: string): void {
    const json = parseJson(text);
    if (json !== undefined) learn(json);
    else if (text.startsWith("<")) hide(hiddenIn(text));
    else learnQuery(`?${text}`);
  }

  // Masking a short or dull value would blot out ordinary text too.
  function hide(values: readonly string[]): void {
    for (const value of values) {
      if (value.length < SHORTEST || DULL.test(value) || secrets.has(value)) continue;
      for (const spelling of spellingsOf(value)) keep(spelling);
    }
  }

  function keep(spelling: string): void {
    const start = spelling.slice(0, SHORTEST);
    const alike = new Set(lengths.get(start)).add(spelling.length);
    lengths.set(
      start,
      [...alike].sort((left, right) => right - left),
    );
    secrets.add(spelling);
    starts[startAt(start, 0)] = 1;
  }

  /** Of a URL or a relative reference, with its fragment, which is a query in some answers. */
  function learnQuery(text: string): void {
    if (!text.includes("?") && !text.includes("#")) return;
    const [, ...parts] = text.split(/[?#]/);
    for (const part of parts)
      for (const [name, value] of new URLSearchParams(part)) {
        if (isSecret(name, value)) hide([value]);
        else if (value.includes("?")) learnQuery(value);
      }
  }

  /** The longest that stands there. */
  function secretAt(text: string, at: number): string | undefined {
    const alike = lengths.get(text.slice(at, at + SHORTEST)) ?? [];
    return alike.map((length) => text.slice(at, at + length)).find((each) => secrets.has(each));
  }

  function mask(text: string): string {
    const shown: string[] = [];
    let from = 0;
    for (let at = 0; at + SHORTEST <= text.length; ) {
      const secret = starts[startAt(text, at)] === 1 ? secretAt(text, at) : undefined;
      if (secret === undefined) at++;
      else {
        shown.push(text.slice(from, at), MASK);
        at += secret.length;
        from = at;
      }
    }
    return from === 0 ? text : [...shown, text.slice(from)].join("");
  }

  return { learn, learnText, hide, mask };
}

/** What a page gives a browser to send back: a value that looks like a token, whatever it is called. */
function hiddenIn(page: string): string[] {
  const inputs = [...page.matchAll(/<input\b[^>]*>/gi)].filter(([input]) => /\btype="?hidden/i.test(input));
  const values = inputs.map(([input]) => /\bvalue="([^"]*)"/i.exec(input)?.[1] ?? "");
  return values.filter((value) => /^(?=.*\d)(?=.*[A-Za-z])[\w.~+/=-]{20,}$/.test(value));
}

/** A number for the characters at a place, from which a secret's own is told apart most of the time. */
function startAt(text: string, at: number): number {
  let number = 0;
  for (let index = at; index < at + 4; index++) number = number * 31 + text.charCodeAt(index);
  return number % STARTS;
}
