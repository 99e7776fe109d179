import type { Masker } from "../http/masker.ts";
import type { WireRequest } from "../http/request.ts";
import { secretsIn } from "../http/secret-headers.ts";
import { type Fetch, exchange as send } from "../http/transport.ts";
import type { Exchange } from "./case.ts";

/** What is known of a request beside what is on the wire. */
export type Occasion = Pick<Exchange, "case" | "operationId">;

export interface Recorder {
  send(of: Occasion, request: WireRequest): Promise<Exchange>;
  exchanges: Exchange[];
}

const LONGEST_READ = 1_000_000;
const LONGEST_KEPT = 100_000;

/** Sends requests and keeps them with their answers, learning on the way what must not be shown. */
export function createRecorder(fetch: Fetch, masker: Masker): Recorder {
  const exchanges: Exchange[] = [];
  let last: Promise<unknown> = Promise.resolve();

  async function record(of: Occasion, request: WireRequest, before: Promise<unknown>): Promise<Exchange> {
    learn(masker, request.headers, request.body);
    masker.learn(request.url);
    const startedAt = Date.now();
    const answer = send(fetch, request);
    await Promise.allSettled([answer, before]);
    const response = await answer;
    learn(masker, response.headers, response.body);
    masker.learn(response.headers.get("location"));
    const exchange = { ...of, startedAt, request: shortened(request), response };
    exchanges.push(exchange);
    return exchange;
  }

  return {
    exchanges,
    // Where several are under way, whoever waits for them hears of them in the order in which they were sent.
    send: (of, request) => {
      const recorded = record(of, request, last);
      last = recorded.catch(() => undefined);
      return recorded;
    },
  };
}

function learn(masker: Masker, headers: Headers, body = ""): void {
  if (body.length < LONGEST_READ) masker.learnText(body);
  for (const [name, value] of headers) masker.hide(secretsIn(name, value));
}

/** Some bodies are as large as a server may be asked to take; nobody wants to read them again. */
function shortened(request: WireRequest): WireRequest {
  const { body } = request;
  if (body === undefined || body.length <= LONGEST_KEPT) return request;
  return { ...request, body: `${body.slice(0, LONGEST_KEPT)}… (${body.length} characters)` };
}
