import { type Call, type Exchange, NotTested, operationOf, type Spec } from "../../engine/index.ts";
import { asObject, asString, parseJson } from "../../engine/json.ts";
import { type Button, type Form, formsOf } from "./forms.ts";

export type Query = Readonly<Record<string, string>>;

/**
 * A browser without script: it keeps cookies and sends the forms that it is shown. What it is shown is the server's own
 * affair, so a page that it cannot use is no finding.
 */
export interface Browser {
  /** Opens the authorization endpoint. */
  authorize(query: Query): Promise<Exchange>;
  /** Opens the authorization endpoint and signs in on the page that it shows. Gives the answer after that. */
  signIn(who: Credentials, query: Query): Promise<Exchange>;
  /** Opens the authorization endpoint and answers the question on its page. */
  decide(query: Query, decision: Decision, fields?: Query): Promise<Exchange>;
  /** The same in two steps: what the page asks, and an answer to it, which another browser may give as well. */
  question(query: Query): Promise<Question>;
  answer(question: Question, decision: Decision, fields?: Query): Promise<Exchange>;
}

/** What somebody decides on a page. */
export interface Question {
  page: string;
  form: Form;
  buttons: Readonly<Record<Decision, Button>>;
}

export interface Credentials {
  email: string;
  password: string;
}

export type Decision = "allow" | "deny";

/** What a button that refuses is called, in its name or value. */
const REFUSES = /deny|cancel|decline|reject|refuse|(?:^|=)no$|(?:^|=)(?:false|0)$/i;

/** By name. */
export type Cookies = Map<string, string>;

export function createBrowser(spec: Spec, call: Call, cookies: Cookies = new Map()): Browser {
  const operation = operationOf(spec, "authorize");

  function keep(exchange: Exchange): Exchange {
    for (const line of exchange.response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return exchange;
  }

  function headers(): Record<string, string> {
    return cookies.size === 0 ? {} : { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") };
  }

  async function authorize(query: Query): Promise<Exchange> {
    return keep(await call(operation, { query }, { by: { headers: headers() } }));
  }

  /** A browser names the origin of the page that a form stands on; here that is where people see the server. */
  async function send(form: Form, fields: Query): Promise<Exchange> {
    if (!form.action.startsWith("/") || form.method !== "POST")
      throw new NotTested("the server's page has no form that can be sent without script");
    const origin = await originOf(call, operationOf(spec, "getAuthorizationServerMetadata"));
    const sends = {
      headers: { ...headers(), origin, "content-type": "application/x-www-form-urlencoded" },
      text: String(new URLSearchParams({ ...form.fields, ...fields })),
    };
    return keep(await call.stray({ method: "POST", path: form.action, sends }));
  }

  async function signIn({ email, password }: Credentials, query: Query): Promise<Exchange> {
    const { response } = await authorize(query);
    const form = formsOf(response.body).find(({ types }) => Object.values(types).includes("password"));
    if (!form) throw new NotTested("the authorization endpoint shows no form with a password");
    const answers = Object.entries(form.types).flatMap(([name, type]): [string, string][] => {
      if (type === "password") return [[name, password]];
      return type === "email" || /email|user|login/i.test(name) ? [[name, email]] : [];
    });
    return send(form, Object.fromEntries(answers.filter(([name]) => form.types[name] !== "hidden")));
  }

  async function question(query: Query): Promise<Question> {
    const { response } = await authorize(query);
    for (const form of formsOf(response.body)) {
      const deny = form.buttons.find(({ name, value }) => REFUSES.test(`${name}=${value}`));
      const allow = form.buttons.find((each) => each !== deny);
      if (deny && allow) return { page: response.body, form, buttons: { deny, allow } };
    }
    throw new NotTested("the authorization endpoint shows no form with a button to agree and one to refuse");
  }

  function answer({ form, buttons }: Question, decision: Decision, fields: Query = {}): Promise<Exchange> {
    const { name, value } = buttons[decision];
    return send(form, { ...fields, [name]: value });
  }

  async function decide(query: Query, decision: Decision, fields?: Query): Promise<Exchange> {
    return answer(await question(query), decision, fields);
  }

  return { authorize, signIn, decide, question, answer };
}

async function originOf(call: Call, metadata: ReturnType<typeof operationOf>): Promise<string> {
  const { response } = await call(metadata, {});
  const issuer = asString(asObject(parseJson(response.body)).issuer) ?? "";
  return URL.parse(issuer)?.origin ?? "null";
}
