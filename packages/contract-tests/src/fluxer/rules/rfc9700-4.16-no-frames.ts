import { rule } from "./rule.ts";

function isFramed(headers: Headers): boolean {
  const policy = headers.get("content-security-policy") ?? "";
  return (
    !/frame-ancestors\s+(?:'none'|'self')/.test(policy) &&
    !/^(?:deny|sameorigin)$/i.test(headers.get("x-frame-options") ?? "")
  );
}

export default rule(
  "RFC 9700 4.16",
  "The pages of the authorization endpoint cannot be framed elsewhere",
  async (kit) => {
    const signIn = await kit.authorize(await kit.query(), { status: [200] });
    if (isFramed(signIn.response.headers)) kit.wrong("the sign-in page can be framed");
    const browser = await kit.browser();
    const consent = await browser.authorize(await kit.query({ prompt: "consent" }));
    if (isFramed(consent.response.headers)) kit.wrong("the consent page can be framed");
  },
);
