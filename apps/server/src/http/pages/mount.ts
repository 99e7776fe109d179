import { nextId } from "../../lib/time-ordered-id.ts";
import type { Http } from "../http.ts";
import { respond } from "../respond.ts";
import { createCookies } from "./cookies.ts";
import { createDecision } from "./decision.ts";
import { formToken } from "./forms.ts";
import { createPages, type PageDependencies, type PageHandler } from "./page.ts";
import type { PageServices } from "./services.ts";
import { createSignIn } from "./sign-in.ts";
import { createSignOut } from "./sign-out.ts";
import { createSignUp } from "./sign-up.ts";
import { STYLESHEET } from "./stylesheet.ts";
import { homePage } from "./templates/home.ts";
import { noticePage } from "./templates/notice.ts";

/** Every address that the specification does not have, so that there is no other. */
export const PAGE_ROUTES = [
  "GET /",
  "GET /sign-in",
  "POST /sign-in",
  "GET /sign-up",
  "POST /sign-up",
  "POST /sign-out",
  "POST /oauth2/authorize/decision",
  "GET /oauth2/authorized",
  "GET /oauth2/declined",
  "GET /assets/pages.css",
] as const;

type PageRoute = (typeof PAGE_ROUTES)[number];

/** The pages beside the operations: signing in and out, the decision about a consent, and what people see without one. */
export function mountPages(app: Http, dependencies: PageDependencies, services: PageServices): void {
  const cookies = createCookies(dependencies.config);
  const page = createPages(dependencies, cookies);
  const signIn = createSignIn(dependencies, services, cookies);
  const signUp = createSignUp(dependencies, services, cookies);
  const handlers: Record<Exclude<PageRoute, "GET /assets/pages.css">, PageHandler> = {
    "GET /": createHome(dependencies, services),
    "GET /sign-in": signIn.get,
    "POST /sign-in": signIn.post,
    "GET /sign-up": signUp.get,
    "POST /sign-up": signUp.post,
    "POST /sign-out": createSignOut(services, cookies),
    "POST /oauth2/authorize/decision": createDecision(dependencies, services),
    "GET /oauth2/authorized": async () => ({ page: AUTHORIZED }),
    "GET /oauth2/declined": async () => ({ page: DECLINED }),
  };
  for (const [route, handler] of Object.entries(handlers)) {
    const [method = "", path = ""] = route.split(" ");
    app.on(method, path, page(handler));
  }
  app.get("/assets/pages.css", () =>
    respond(200, STYLESHEET.body, "text/css; charset=utf-8", nextId(Date.now()), KEPT),
  );
}

// The address names the content.
const KEPT = { "cache-control": "public, max-age=31536000, immutable" };

const AUTHORIZED = noticePage({ title: "The bot was added", message: "You can close this page." });
const DECLINED = noticePage({ title: "Nothing was changed", message: "You can close this page." });

function createHome({ config }: PageDependencies, services: PageServices): PageHandler {
  return async ({ session }) => {
    const name = session && (await services.userName(session.caller.userId));
    const user = session && name !== undefined ? { name, formToken: formToken(session.token) } : undefined;
    return { page: homePage({ publicUrl: config.publicUrl, user }) };
  };
}
