import { startServer } from "../support/server.ts";

const redirectUri = "http://127.0.0.1:7/callback";

/** A started server with a user and an application, made over HTTP as anyone would. */
export async function interopFixture(environment: Record<string, string> = {}) {
  const server = await startServer({ RATE_LIMITS: "off", ...environment });

  async function post<T>(path: string, body: unknown, session?: string): Promise<T> {
    const response = await fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(session && { authorization: session }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  const account = await post<{ user_id: string; token: string }>("/auth/register", {
    email: "ada@example.com",
    username: "ada",
    password: "correct horse battery staple",
  });
  const application = await post<{ id: string; client_secret: string }>(
    "/oauth2/applications",
    { name: "Interop", redirect_uris: [redirectUri] },
    account.token,
  );

  /** What the user's browser would do at the authorization endpoint; gives the URL that it would be sent to. */
  async function authorize(url: URL): Promise<URL> {
    const request = Object.fromEntries(url.searchParams);
    const answer = await post<{ redirect_to: string }>("/oauth2/authorize/consent", request, account.token);
    return new URL(answer.redirect_to);
  }

  return {
    url: server.url,
    userId: account.user_id,
    clientId: application.id,
    clientSecret: application.client_secret,
    redirectUri,
    authorize,
    stop: server.stop,
  };
}

export type InteropFixture = Awaited<ReturnType<typeof interopFixture>>;
