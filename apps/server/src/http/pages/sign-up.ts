import { RegisterRequest } from "@fluxer-oauth2/contract/schemas";
import { API_ERRORS, ApiError, type FieldError } from "../errors.ts";
import type { Fields } from "../parse.ts";
import { validate } from "../validate.ts";
import type { Cookies } from "./cookies.ts";
import { checkForm, signedOutForm } from "./forms.ts";
import { createLimit } from "./limits.ts";
import { nextOf } from "./next.ts";
import type { PageAnswer, PageDependencies, PageHandler, PageRequest } from "./page.ts";
import type { NewAccount, PageServices } from "./services.ts";
import { signUpPage } from "./templates/sign-up.ts";

type Errors = ReadonlyMap<string, string>;

export function createSignUp(dependencies: PageDependencies, services: PageServices, cookies: Cookies) {
  const count = createLimit("register", dependencies);

  async function show({ context, form, query }: PageRequest, errors: Errors): Promise<PageAnswer> {
    const { next, target, clientId } = nextOf(form.next ?? query.next);
    const { token: formToken, setCookie } = signedOutForm(cookies, context.headers);
    const application = clientId === undefined ? undefined : await services.application(clientId);
    const page = signUpPage({ formToken, next, application, values: form, errors });
    return { status: errors.size > 0 ? 400 : 200, page, target, cookies: [setCookie] };
  }

  // Asynchronous for what readAccount throws, too.
  const signUp = async ({ form, context }: PageRequest) => services.signUp(readAccount(form), context);

  const get: PageHandler = async (request) => {
    if (request.session === undefined) return show(request, new Map());
    return { location: nextOf(request.query.next).next ?? "/" };
  };

  const post: PageHandler = async (request) => {
    const { context, form, session } = request;
    checkForm(cookies.readForm(context.headers), form.csrf);
    await count(request);
    const signedUp = await signUp(request).catch(errorsOf);
    if (!("token" in signedUp)) return show(request, signedUp);
    if (session) await services.signOut(session.caller.sessionId);
    return { location: nextOf(form.next).next ?? "/", cookies: [cookies.keepSession(signedUp.token)] };
  };

  return { get, post };
}

function readAccount({ email = "", username = "", global_name = "", password = "" }: Fields): NewAccount {
  const globalName = global_name.trim() === "" ? null : global_name.trim();
  const account = { email: email.trim(), username: username.trim(), global_name: globalName, password };
  validate(RegisterRequest, account, "api");
  return { email: account.email, username: account.username, globalName, password };
}

/** For people, instead of what the API says of a malformed member. */
const ADVICE: Readonly<Record<string, string>> = {
  email: "This is not an email address.",
  username: "Use 1 to 32 letters, digits and underscores.",
  global_name: "Use at most 32 characters.",
  password: "Use at least 8 characters.",
};

/** What stands beside each field; throws what is no fault of the fields. */
function errorsOf(error: unknown): Errors {
  if (!(error instanceof ApiError)) throw error;
  if (error.code === "USERNAME_NOT_AVAILABLE") return new Map([["username", API_ERRORS[error.code].message]]);
  if (error.errors === undefined) throw error;
  const sentence = ({ path, code, message }: FieldError) => (code === "EMAIL_TAKEN" ? message : ADVICE[path]);
  return new Map(error.errors.map((fault) => [fault.path, sentence(fault) ?? fault.message]));
}
