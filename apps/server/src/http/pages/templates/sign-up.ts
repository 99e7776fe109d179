import { html } from "../markup.ts";
import { type Field, field } from "./field.ts";
import { hidden } from "./form.ts";
import { layout } from "./layout.ts";
import { purpose } from "./purpose.ts";

const FIELDS: readonly Field[] = [
  {
    name: "email",
    label: "Email address",
    type: "email",
    autocomplete: "email",
    isRequired: true,
    maxLength: 256,
  },
  {
    name: "username",
    label: "Username",
    type: "text",
    autocomplete: "username",
    isRequired: true,
    maxLength: 32,
    hint: "Letters, digits and underscores.",
  },
  {
    name: "global_name",
    label: "Display name",
    type: "text",
    autocomplete: "nickname",
    isRequired: false,
    maxLength: 32,
  },
  {
    name: "password",
    label: "Password",
    type: "password",
    autocomplete: "new-password",
    isRequired: true,
    minLength: 8,
    maxLength: 256,
    hint: "At least 8 characters.",
  },
];

export type SignUpPage = {
  readonly formToken: string;
  readonly next: string | undefined;
  readonly application: { readonly name: string } | undefined;
  readonly values?: Readonly<Record<string, string>>;
  /** By field name. */
  readonly errors?: ReadonlyMap<string, string>;
};

export function signUpPage({
  formToken,
  next,
  application,
  values = {},
  errors = new Map(),
}: SignUpPage): string {
  const signIn = next === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
  const first = FIELDS.find(({ name }) => errors.has(name)) ?? FIELDS[0];
  const state = (name: string) => ({ value: values[name], error: errors.get(name) });
  return layout({
    title: errors.size > 0 ? "Error: create an account" : "Create an account",
    content: html`<h1>Create an account</h1>
${purpose(application)}
<form method="post" action="/sign-up">
  ${hidden({ csrf: formToken, next })}
  ${FIELDS.map((definition) => field(definition, state(definition.name), definition === first))}
  <button class="button primary full">Create account</button>
</form>
<p class="aside">Have an account? <a href="${signIn}">Sign in</a></p>`,
  });
}
