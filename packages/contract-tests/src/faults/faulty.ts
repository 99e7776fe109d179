import type { Fetch, Spec } from "../engine/index.ts";
import type { Incoming, Outgoing, SpecFault } from "./fault.ts";
import { createRouter } from "./router.ts";

/** One request that was answered differently than the server alone would have answered it. */
export interface Changed {
  /** As `GET /users/@me`. */
  request: string;
  /** As `200 became 201`, or what of the answer is different. */
  what: string;
}

export interface Faulty {
  fetch: Fetch;
  /** What the fault was seen to change, in order; nothing when it never came to that. */
  readonly changes: readonly Changed[];
}

/** Puts one fault in front of a server. */
export function faulty(spec: Spec, { start }: Pick<SpecFault, "start">, server: Fetch): Faulty {
  const route = createRouter(spec);
  const behaviour = start();
  const changes: Changed[] = [];
  const ask = (request: Incoming) => send(server, request);

  async function answer(request: Incoming): Promise<Outgoing> {
    const other = await behaviour.asks?.(request);
    if (other !== undefined) return instead(request, other);
    const own = await ask(request);
    await behaviour.sees?.(request, own);
    const told = await behaviour.tells?.(own, request, ask);
    if (told !== undefined) note(request, difference(own, told));
    return told ?? own;
  }

  /** Until it was once seen that this makes a difference, the server is asked for its own answer as well. */
  async function instead(request: Incoming, other: Incoming): Promise<Outgoing> {
    const given = await ask(other);
    if (changes.length > 0) return given;
    const own = await ask(request);
    // Of two answers to two requests anything but the status may differ by itself.
    note(request, own.status === given.status ? undefined : difference(own, given));
    return given;
  }

  function note({ method, url }: Incoming, what: string | undefined): void {
    if (what !== undefined) changes.push({ request: `${method} ${url.pathname}`, what });
  }

  return {
    changes,
    fetch: async (request) => {
      const url = new URL(request.url);
      const { method } = request;
      const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
      const headers = new Headers(request.headers);
      return responseOf(await answer({ method, url, headers, body, ...route(method, url.pathname) }));
    },
  };
}

function difference(own: Outgoing, given: Outgoing): string | undefined {
  if (own.status !== given.status) return `${own.status} became ${given.status}`;
  const names = new Set([...own.headers.keys(), ...given.headers.keys()]);
  names.delete("content-length");
  const header = [...names].find((name) => own.headers.get(name) !== given.headers.get(name));
  if (!Buffer.from(own.body).equals(given.body)) return `the body of the ${own.status} is another`;
  return header === undefined ? undefined : `the header ${header} of the ${own.status} is another`;
}

async function send(server: Fetch, { method, url, headers, body }: Incoming): Promise<Outgoing> {
  const isBodiless = method === "GET" || method === "HEAD";
  const init = {
    method,
    headers,
    redirect: "manual",
    body: isBodiless ? null : (body?.slice() ?? null),
  } as const;
  const response = await server(new Request(url, init));
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body: bytes };
}

const BODILESS = new Set([101, 204, 205, 304]);

function responseOf({ status, headers, body }: Outgoing): Response {
  return new Response(BODILESS.has(status) || body.length === 0 ? null : body.slice(), { status, headers });
}
