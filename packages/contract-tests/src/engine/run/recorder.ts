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
  return {
    exchanges,
    send: async (of, request) => {
      learn(masker, request.headers, request.body);
      masker.learn(request.url);
      const startedAt = Date.now();
      const response = await send(fetch, request);
      learn(masker, response.headers, response.body);
      masker.learn(response.headers.get("location"));
      const exchange = { ...of, startedAt, request: shortened(request), response };
      exchanges.push(exchange);
      return exchange;
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
