import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

export interface WireRequest {
  readonly method?: string;
  readonly path: string;
  readonly token?: string;
  readonly form?: Record<string, string>;
  readonly json?: unknown;
}

export interface WireAnswer {
  readonly status: number;
  // The shape is the business of whoever asked: a success, or the error of one of two families.
  readonly body: Record<string, string>;
}

/** A request that the server has but for its last byte, and does not answer before it has that as well. */
export interface Held {
  go(): Promise<WireAnswer>;
}

export interface Wire {
  readonly url: string;
  send(asked: WireRequest): Promise<WireAnswer>;
  /** Resolves when all but the last byte is sent; a request without a body is sent as a whole by `go`. */
  hold(asked: WireRequest): Promise<Held>;
  close(): void;
}

/** Requests over connections that stay open; a connection that breaks rejects what was under way on it. */
export function createWire(url: string): Wire {
  const agent = new Agent({ keepAlive: true });

  async function hold(asked: WireRequest): Promise<Held> {
    const { content, headers } = encode(asked);
    const options = { agent, method: asked.method ?? "POST", headers };
    const begun = request(url + asked.path, options);
    const answered = answerTo(begun);
    // Whoever lets it go hears of its failure; one that is never let go fails when the wire is closed.
    answered.catch(() => {});
    const last = content.subarray(content.length - 1);
    if (content.length > 0) {
      await new Promise<void>((resolve, reject) => {
        begun.once("error", reject);
        begun.write(content.subarray(0, -1), () => resolve());
      });
    }
    return {
      go() {
        begun.end(last);
        return answered;
      },
    };
  }

  return {
    url,
    hold,
    send: (asked) => {
      const { content, headers } = encode(asked);
      const begun = request(url + asked.path, { agent, method: asked.method ?? "POST", headers });
      begun.end(content);
      return answerTo(begun);
    },
    close: () => agent.destroy(),
  };
}

function encode({ form, json, token }: WireRequest) {
  const content = Buffer.from(
    form ? new URLSearchParams(form).toString() : json === undefined ? "" : JSON.stringify(json),
  );
  const type = form ? "application/x-www-form-urlencoded" : "application/json";
  const headers = {
    ...(content.length > 0 && { "content-type": type, "content-length": content.length }),
    ...(token !== undefined && { authorization: token }),
  };
  return { content, headers };
}

function answerTo(begun: ClientRequest): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    begun.once("error", reject);
    begun.once("response", (response: IncomingMessage) => {
      text(response).then((body) => {
        resolve({ status: response.statusCode ?? 0, body: body === "" ? {} : JSON.parse(body) });
      }, reject);
    });
  });
}
