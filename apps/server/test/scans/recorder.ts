import { operationAt } from "../support/operation-at.ts";

/** A request and its answer, as texts to search in. */
export type Exchange = {
  /** The operation, or the path where there is none. */
  readonly of: string;
  readonly sent: string;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
};

export type Fetch = (request: Request) => Promise<Response>;

/** Keeps what goes through, and changes nothing about it. */
export function createRecorder(fetch: Fetch) {
  const exchanges: Exchange[] = [];
  async function recorded(request: Request): Promise<Response> {
    const { method } = request;
    const { pathname } = new URL(request.url);
    const [sent, response] = await Promise.all([request.clone().text(), fetch(request)]);
    exchanges.push({
      of: operationAt(method, pathname) ?? pathname,
      sent,
      status: response.status,
      headers: [...response.headers],
      body: await response.clone().text(),
    });
    return response;
  }
  return { exchanges, fetch: recorded };
}
