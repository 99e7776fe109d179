import type { Cookies } from "../http/pages/cookies.ts";
import { signedOutForm } from "../http/pages/forms.ts";
import { formTarget, pageHeaders } from "../http/pages/headers.ts";
import { authorizePath } from "../http/pages/next.ts";
import { signInPage } from "../http/pages/templates/sign-in.ts";
import type { AuthorizationRequest } from "./checks.ts";
import type { Parameters } from "./parameters.ts";
import type { View } from "./view.ts";

export function createSignInView(cookies: Cookies) {
  return (
    { application, redirectUri }: AuthorizationRequest,
    parameters: Parameters,
    headers: Headers,
  ): View => {
    const { token, setCookie } = signedOutForm(cookies, headers);
    return {
      page: signInPage({ formToken: token, next: authorizePath(parameters), application }),
      headers: {
        ...pageHeaders(formTarget(redirectUri)),
        ...(setCookie !== undefined && { "set-cookie": setCookie }),
      },
    };
  };
}
