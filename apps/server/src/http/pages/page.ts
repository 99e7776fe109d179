import type { Context as HonoContext } from "hono";
import { type BindDependencies, createContext, type NodeEnv } from "../bind.ts";
import { type BodyLimits, checkLength, createReadContent, mediaOf } from "../body.ts";
import type { RequestContext } from "../context.ts";
import { createFailure } from "../failure.ts";
import { type Fields, parseFields, textOf } from "../parse.ts";
import { respond } from "../respond.ts";
import { type BrowserSession, createBrowserSessions } from "./browser-session.ts";
import type { Cookies } from "./cookies.ts";
import { checkOrigin } from "./forms.ts";
import { type FormTarget, pageHeaders } from "./headers.ts";
import { PageError } from "./page-error.ts";
import { errorPage } from "./templates/error.ts";

export type PageDependencies = BindDependencies & {
  readonly bodyLimits: BodyLimits;
  readonly config: { readonly publicUrl: string; readonly sessionSeconds: number };
};

export type PageRequest = {
  readonly context: RequestContext;
  readonly query: Fields;
  /** Empty unless the method is POST. */
  readonly form: Fields;
  readonly session: BrowserSession | undefined;
};

export type PageAnswer = { readonly cookies?: readonly (string | undefined)[] } & (
  | { readonly location: string }
  | { readonly status?: number; readonly page: string; readonly target?: FormTarget }
);

export type PageHandler = (request: PageRequest) => Promise<PageAnswer>;

const FORM = new Set(["application/x-www-form-urlencoded"]);

/** The way of every page that the specification does not know. */
export function createPages(dependencies: PageDependencies, cookies: Cookies) {
  const { publicUrl } = dependencies.config;
  const readContent = createReadContent(dependencies.bodyLimits);
  const findSession = createBrowserSessions(cookies, dependencies.authenticators);
  const fail = createFailure("page", "page", dependencies.errorPage);

  async function readForm(request: Request): Promise<Fields> {
    if (request.method !== "POST") return {};
    checkOrigin(request.headers, publicUrl);
    mediaOf(request.headers, FORM);
    checkLength(request.headers, dependencies.bodyLimits);
    return parseFields(textOf(await readContent(request, "text")));
  }

  return (handler: PageHandler) =>
    async (c: HonoContext<NodeEnv>): Promise<Response> => {
      const context = createContext(c, dependencies);
      try {
        const form = await readForm(c.req.raw);
        const session = await findSession(context.headers);
        const query = parseFields(new URL(c.req.url).search);
        return answer(await handler({ context, form, query, session }), context);
      } catch (error) {
        return error instanceof PageError ? refuse(error, context) : fail(error, context);
      }
    };
}

function answer(given: PageAnswer, { requestId, limitHeaders }: RequestContext): Response {
  const cookies = given.cookies?.filter((cookie) => cookie !== undefined) ?? [];
  const headers = { ...limitHeaders, ...(cookies.length > 0 && { "set-cookie": cookies }) };
  if ("location" in given) {
    // RFC 9700 4.12: 303, so that no browser sends the form, and the password in it, again.
    return respond(303, null, undefined, requestId, { ...headers, location: given.location });
  }
  const { status = 200, page, target } = given;
  return respond(status, page, HTML, requestId, { ...headers, ...pageHeaders(target) });
}

function refuse(error: PageError, { requestId, log, limitHeaders }: RequestContext): Response {
  const { status, title, message, next, isImmediate } = error;
  log.info({ status, reason: title }, "page refused");
  const page = errorPage({ title, message, requestId, next, isImmediate });
  return respond(status, page, HTML, requestId, { ...limitHeaders, ...pageHeaders() });
}

const HTML = "text/html; charset=utf-8";
