import type { WireResponse } from "../http/transport.ts";
import { asObject, parseJson } from "../json.ts";
import { shown } from "./shown.ts";

/** What a case wants to see, beside what the document promises for every answer. */
export interface Expectation {
  status: readonly number[];
  /** Members of a JSON body; a list means any one of these values. */
  body?: Readonly<Record<string, unknown>>;
  /** Headers whose text matters here though the document leaves it open. */
  headers?: Readonly<Record<string, HeaderTest>>;
}

/** What is right, in words, and whether a text is so; an absent header is the empty text. */
export interface HeaderTest {
  is: string;
  holds(text: string): boolean;
}

export function expectStatus(...status: number[]): Expectation {
  return { status };
}

/** What is not as expected, in words. */
export function unmet(expect: Expectation | undefined, answer: WireResponse): string[] {
  if (!expect) return [];
  if (!expect.status.includes(answer.status)) {
    return [`answered ${answer.status}${codeOf(answer)}, expected ${expect.status.join(" or ")}`];
  }
  return [...wrongHeaders(expect, answer), ...wrongMembers(expect, answer)];
}

function wrongHeaders({ headers = {} }: Expectation, answer: WireResponse): string[] {
  const wrong = Object.entries(headers).filter(([name, { holds }]) => !holds(answer.headers.get(name) ?? ""));
  return wrong.map(([name, { is }]) => {
    return `the header ${name} is ${JSON.stringify(answer.headers.get(name))}, expected ${is}`;
  });
}

function wrongMembers({ body = {} }: Expectation, answer: WireResponse): string[] {
  const json = asObject(parseJson(answer.body));
  const wrong = Object.entries(body).filter(([name, wanted]) => !isAmong(wanted, json[name]));
  return wrong.map(([name, wanted]) => `${name} is ${shown(json[name])}, expected ${shown(wanted)}`);
}

function isAmong(wanted: unknown, value: unknown): boolean {
  const all = Array.isArray(wanted) ? wanted : [wanted];
  return all.some((one) => JSON.stringify(one) === JSON.stringify(value));
}

function codeOf(answer: WireResponse): string {
  const { code, error } = asObject(parseJson(answer.body));
  const text = code ?? error;
  return typeof text === "string" ? ` ${text}` : "";
}
