import { html, type Markup } from "../markup.ts";
import { hidden } from "./form.ts";
import { layout } from "./layout.ts";

export type HomePage = {
  readonly publicUrl: string;
  readonly user: { readonly name: string; readonly formToken: string } | undefined;
};

export function homePage({ publicUrl, user }: HomePage): string {
  return layout({
    title: "OAuth2 provider",
    width: "full",
    content: html`<h1>OAuth2 for Fluxer</h1>
<p class="lead">Applications ask here for access to an account, and people decide.</p>
${user === undefined ? html`<p class="choices"><a class="button secondary" href="/sign-up">Create an account</a><a class="button primary" href="/sign-in">Sign in</a></p>` : signedIn(user)}
<section aria-labelledby="read"><h2 id="read">Documents</h2>
  <ul class="links">
    <li><a href="/openapi.json">The API</a><small>as an OpenAPI 3.1 document</small></li>
    <li><a href="/.well-known/oauth-authorization-server">The metadata</a><small>with which client libraries configure themselves</small></li>
  </ul>
</section>
<section aria-labelledby="steps"><h2 id="steps">First steps</h2>
  <ol class="steps">${steps(publicUrl).map(([what, command]) => html`<li><span>${what}</span><pre tabindex="0"><code>${command}</code></pre></li>`)}</ol>
</section>`,
  });
}

function signedIn({ name, formToken }: NonNullable<HomePage["user"]>): Markup {
  return html`<form method="post" action="/sign-out" class="who">
  ${hidden({ csrf: formToken })}
  <span>Signed in as <strong><bdi>${name}</bdi></strong></span>
  <button class="link">Sign out</button>
</form>`;
}

function steps(url: string): [string, string][] {
  return [
    [
      "Make an account and keep its session token.",
      `curl ${url}/auth/register \\
  -H 'Content-Type: application/json' \\
  -d '{"email": "ada@example.com", "username": "ada",
       "password": "correct horse"}'`,
    ],
    [
      "Make an application and keep its client secret.",
      `curl ${url}/oauth2/applications \\
  -H 'Authorization: <session token>' \\
  -H 'Content-Type: application/json' \\
  -d '{"name": "Weather",
       "redirect_uris": ["http://localhost:8080/callback"]}'`,
    ],
    [
      "Open this in a browser and agree.",
      `${url}/oauth2/authorize?response_type=code
  &scope=identify&client_id=<client id>
  &redirect_uri=http://localhost:8080/callback`,
    ],
    [
      "Exchange the code for tokens.",
      `curl ${url}/oauth2/token \\
  -u '<client id>:<client secret>' \\
  -d grant_type=authorization_code \\
  -d redirect_uri=http://localhost:8080/callback \\
  -d code=<code>`,
    ],
  ];
}
