import type { Cookies } from "./cookies.ts";
import { checkForm } from "./forms.ts";
import { nextOf } from "./next.ts";
import type { PageHandler } from "./page.ts";
import type { PageServices } from "./services.ts";

export function createSignOut(services: PageServices, cookies: Cookies): PageHandler {
  return async ({ form, session }) => {
    const location = nextOf(form.next).next ?? "/";
    // Whoever is signed out already has what they want.
    if (session === undefined) return { location };
    checkForm(session.token, form.csrf);
    await services.signOut(session.caller.sessionId);
    return { location, cookies: [cookies.dropSession()] };
  };
}
