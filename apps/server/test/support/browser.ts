import { type Account, type Host, PASSWORD } from "./host.ts";

export type Page = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it leads, as an absolute URL, when it is a redirect. */
  readonly location: URL | undefined;
  /** The fields of the form that is sent to this address, as they stand in the page. */
  form(action: string): Record<string, string>;
};

export type Browser = ReturnType<typeof createBrowser>;

/** A browser without script: it keeps cookies, and it sends forms from the provider's own pages unless told otherwise. */
export function createBrowser(host: Host) {
  const cookies = new Map<string, string>();
  const setCookies: string[] = [];

  async function go(path: string, init: RequestInit = {}): Promise<Page> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
    const response = await host.request(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      setCookies.push(line);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return readPage(response, await response.text());
  }

  function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const sent = { origin: host.config.publicUrl, "sec-fetch-site": "same-origin", ...headers };
    const kept = Object.entries(sent).filter(([, value]) => value !== "");
    return go(path, { method: "POST", headers: Object.fromEntries(kept), body: new URLSearchParams(fields) });
  }

  return {
    cookies,
    /** Every Set-Cookie line so far. */
    setCookies,
    get: (path: string) => go(path),
    /** Sends a form; a header that is given as "" is left out. */
    send,
    async signIn({ email }: Account): Promise<Page> {
      const page = await go("/sign-in");
      return send("/sign-in", { ...page.form("/sign-in"), email, password: PASSWORD });
    },
    /** Opens the authorization endpoint, which shows a consent page, and answers it. */
    async decide(path: string, decision: "allow" | "deny", more: Record<string, string> = {}): Promise<Page> {
      const page = await go(path);
      return send(DECISION, { ...page.form(DECISION), decision, ...more });
    },
  };
}

export const DECISION = "/oauth2/authorize/decision";

function readPage(response: Response, text: string): Page {
  const location = response.headers.get("location");
  return {
    status: response.status,
    headers: response.headers,
    text,
    location: location === null ? undefined : new URL(location, "http://localhost"),
    form: (action) => readForm(text, action),
  };
}

function readForm(text: string, action: string): Record<string, string> {
  const form = text.split("<form ").find((part) => part.startsWith(`method="post" action="${action}"`));
  if (form === undefined) throw new Error(`no form for ${action} in: ${text}`);
  const inputs = form.split("</form>")[0]?.matchAll(/<input ([^>]*)>/g) ?? [];
  const values = [...inputs].map(([, attributes = ""]) => [
    /name="([^"]*)"/.exec(attributes)?.[1] ?? "",
    decode(/value="([^"]*)"/.exec(attributes)?.[1] ?? ""),
  ]);
  return Object.fromEntries(values);
}

function decode(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
