// Puts one fault in front of a server that has none.
import type { Fetch } from "../../src/engine/index.ts";
import { library } from "./library.ts";

type Where = `${string} ${string}`;
interface Body {
  [name: string]: Body | undefined;
}

/** Changes the answers of one method and path that have this status, or all its answers. */
function behind(
  where: Where,
  status: number | undefined,
  change: (response: Response) => Promise<Response>,
): Fetch {
  return async (request) => {
    const url = new URL(request.url);
    const response = await library(request);
    const isHere =
      `${request.method} ${url.pathname}` === where && (status ?? response.status) === response.status;
    return isHere ? change(response) : response;
  };
}

export function withStatus(where: Where, from: number, to: number): Fetch {
  return behind(
    where,
    from,
    async (response) => new Response(await response.text(), { ...plain(response), status: to }),
  );
}

export function withBody(where: Where, status: number, change: (body: Body) => unknown): Fetch {
  return behind(where, status, async (response) => {
    const body = (await response.json()) as Body;
    change(body);
    return new Response(JSON.stringify(body), plain(response));
  });
}

export function withText(where: Where, text: string | Uint8Array<ArrayBuffer>): Fetch {
  return behind(where, 200, async (response) => new Response(text, plain(response)));
}

export function withHeader(where: Where, name: string, value: string | undefined): Fetch {
  return behind(where, undefined, async (response) => {
    const headers = new Headers(response.headers);
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
    return new Response(response.body, { status: response.status, headers });
  });
}

/** A 204 cannot be built with a body, so the fault is in a response that only looks like one. */
export function with204Body(where: Where): Fetch {
  return behind(where, 204, async (response) => {
    const spoilt = new Response("gone");
    return Object.defineProperties(spoilt, {
      status: { value: 204 },
      headers: { value: response.headers },
    });
  });
}

/** A server that lets through what it should refuse. */
export function accepting(where: Where, isFault: (request: Request) => boolean, instead: Request): Fetch {
  return async (request) => {
    const { pathname } = new URL(request.url);
    return library(`${request.method} ${pathname}` === where && isFault(request) ? instead.clone() : request);
  };
}

/** A server that does not notice what is wrong with some bodies. */
export function forgiving(
  where: Where,
  status: number,
  isFault: (body: string) => boolean,
  instead: Request,
): Fetch {
  return async (request) => {
    const { pathname } = new URL(request.url);
    const body = await request.clone().text();
    const response = await library(request);
    const isHere = `${request.method} ${pathname}` === where && response.status === status;
    return isHere && isFault(body) ? library(instead.clone()) : response;
  };
}

function plain({ status, headers }: Response): ResponseInit {
  return { status, headers };
}
