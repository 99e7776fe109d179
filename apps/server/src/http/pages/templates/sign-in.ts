import { html } from "../markup.ts";
import { type Field, field } from "./field.ts";
import { hidden } from "./form.ts";
import { layout } from "./layout.ts";
import { purpose } from "./purpose.ts";

export type SignInPage = {
  readonly formToken: string;
  /** The authorization request to go on with. */
  readonly next: string | undefined;
  /** The application that sent the person here. */
  readonly application: { readonly name: string } | undefined;
  readonly email?: string | undefined;
  readonly isWrong?: boolean;
};

const EMAIL: Field = {
  name: "email",
  label: "Email address",
  type: "email",
  autocomplete: "username",
  isRequired: true,
  maxLength: 256,
};
const PASSWORD: Field = {
  name: "password",
  label: "Password",
  type: "password",
  autocomplete: "current-password",
  isRequired: true,
  maxLength: 256,
};

// Never which of the two, so that nobody learns which accounts exist.
const WRONG = "The email address or the password is wrong.";

export function signInPage({ formToken, next, application, email, isWrong = false }: SignInPage): string {
  const signUp = next === undefined ? "/sign-up" : `/sign-up?next=${encodeURIComponent(next)}`;
  return layout({
    title: isWrong ? "Error: sign in" : "Sign in",
    content: html`<h1>Sign in</h1>
${purpose(application)}
<form method="post" action="/sign-in">
  ${hidden({ csrf: formToken, next })}
  ${field(EMAIL, { value: email, isInvalid: isWrong }, !isWrong)}
  ${field(PASSWORD, { error: isWrong ? WRONG : undefined }, isWrong)}
  <button class="button primary full">Sign in</button>
</form>
<p class="aside">New here? <a href="${signUp}">Create an account</a></p>`,
  });
}
