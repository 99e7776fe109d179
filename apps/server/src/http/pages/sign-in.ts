import type { Cookies } from "./cookies.ts";
import { checkForm, signedOutForm } from "./forms.ts";
import { createLimit } from "./limits.ts";
import { nextOf } from "./next.ts";
import type { PageAnswer, PageDependencies, PageHandler, PageRequest } from "./page.ts";
import type { PageServices } from "./services.ts";
import { signInPage } from "./templates/sign-in.ts";

export function createSignIn(dependencies: PageDependencies, services: PageServices, cookies: Cookies) {
  const count = createLimit("login", dependencies);

  async function show({ context, form, query }: PageRequest, isWrong: boolean): Promise<PageAnswer> {
    const { next, target, clientId } = nextOf(form.next ?? query.next);
    const { token: formToken, setCookie } = signedOutForm(cookies, context.headers);
    const application = clientId === undefined ? undefined : await services.application(clientId);
    const page = signInPage({ formToken, next, application, email: form.email, isWrong });
    return { status: isWrong ? 400 : 200, page, target, cookies: [setCookie] };
  }

  const get: PageHandler = async (request) => {
    if (request.session === undefined) return show(request, false);
    return { location: nextOf(request.query.next).next ?? "/" };
  };

  const post: PageHandler = async (request) => {
    const { context, form, session } = request;
    checkForm(cookies.readForm(context.headers), form.csrf);
    await count(request);
    const { email = "", password = "" } = form;
    const signedIn = await services.signIn({ email, password }, context);
    if (signedIn === undefined) return show(request, true);
    if (session) await services.signOut(session.caller.sessionId);
    return { location: nextOf(form.next).next ?? "/", cookies: [cookies.keepSession(signedIn.token)] };
  };

  return { get, post };
}
