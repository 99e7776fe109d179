import type { paths } from "@fluxer-oauth2/contract/api";
import { calls } from "@fluxer-oauth2/contract/calls";
import createFetchClient, { type ClientOptions as FetchClientOptions } from "openapi-fetch";
import { authorization, type Credentials } from "./credentials.ts";
import { UnexpectedResponseError } from "./errors.ts";
import type { Call, Method } from "./types.ts";

export interface ClientOptions extends Pick<FetchClientOptions, "fetch" | "headers" | "signal"> {
  /** The provider's address, such as `https://fluxer.example` or `https://fluxer.example/v1`. */
  baseUrl: string;
  /** What to act as; without it only public operations can be called. */
  auth?: Credentials;
}

/** One function a method; the path chooses the operation, and with it every type. */
export interface Client {
  readonly baseUrl: string;
  GET: Call<"get">;
  POST: Call<"post">;
  PATCH: Call<"patch">;
  DELETE: Call<"delete">;
}

interface CallOptions {
  headers?: Record<string, string>;
  body?: object;
}

/**
 * A client for every operation of the document. An answer is told apart by `ok` and `status`:
 *
 * ```ts
 * const client = createClient({ baseUrl: "https://fluxer.example", auth: { accessToken } });
 * const me = await client.GET("/oauth2/@me");
 * if (me.ok) console.log(me.data.application.name);
 * else if (me.status === 429) await sleep(me.error.retry_after);
 * ```
 *
 * @throws MissingCredentialsError when `auth` has nothing that the operation takes; nothing is sent
 * @throws UnexpectedResponseError for a status that the document does not list
 * @throws TypeError when the provider cannot be reached, as `fetch` does
 */
export function createClient({ baseUrl, auth = {}, ...options }: ClientOptions): Client {
  // A redirect of the authorization endpoint is an answer of it, not an address to follow.
  const transport = createFetchClient<paths>({ baseUrl, redirect: "manual", ...options });

  const send =
    (method: Method) =>
    async (path: string, init: CallOptions = {}) => {
      const name = `${method.toUpperCase()} ${path}`;
      const call = calls.get(`${method} ${path}`);
      if (call === undefined) throw new TypeError(`${name} is not in the document`);
      const header = await authorization(call.security, auth, name);
      const { data, error, response } = await transport.request(
        method,
        path as never,
        {
          ...init,
          headers: {
            ...(call.form && { "content-type": "application/x-www-form-urlencoded" }),
            ...(header !== undefined && { authorization: header }),
            ...init.headers,
          },
          bodySerializer: call.form ? form : JSON.stringify,
        } as never,
      );
      const { status } = response;
      if (!call.statuses.includes(status)) throw new UnexpectedResponseError(name, response);
      return status < 400 ? { ok: true, status, data, response } : { ok: false, status, error, response };
    };

  // The document's types are computed from the literal path; `send` is the one implementation behind all of them.
  return {
    baseUrl,
    GET: send("get"),
    POST: send("post"),
    PATCH: send("patch"),
    DELETE: send("delete"),
  } as Client;
}

/** A form without the absent members, which URLSearchParams would write as the word "undefined". */
function form(body: object): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) if (value !== undefined) fields.set(name, String(value));
  return fields;
}
