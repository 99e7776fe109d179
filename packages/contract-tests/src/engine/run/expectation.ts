import type { WireResponse } from "../http/transport.ts";
import { asObject, parseJson } from "../json.ts";

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

/** What is not as expected, in words; undefined when all is well. */
export function unmet({ status, body, headers }: Expectation, answer: WireResponse): string | undefined {
  if (!status.includes(answer.status)) {
    return `answered ${answer.status}${codeOf(answer)}, expected ${status.join(" or ")}`;
  }
  return wrongHeader(headers, answer) ?? wrongMember(body, answer);
}

function wrongHeader(headers: Expectation["headers"], answer: WireResponse): string | undefined {
  const wrong = Object.entries(headers ?? {}).find(
    ([name, wanted]) => !wanted.holds(answer.headers.get(name) ?? ""),
  );
  if (!wrong) return undefined;
  const [name, wanted] = wrong;
  return `the header ${name} is ${JSON.stringify(answer.headers.get(name))}, expected ${wanted.is}`;
}

function wrongMember(body: Expectation["body"], answer: WireResponse): string | undefined {
  const json = asObject(parseJson(answer.body));
  const wrong = Object.entries(body ?? {}).find(([name, wanted]) => !isAmong(wanted, json[name]));
  if (!wrong) return undefined;
  const [name, wanted] = wrong;
  return `${name} is ${JSON.stringify(json[name])}, expected ${JSON.stringify(wanted)}`;
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
