import { rule } from "./rule.ts";

const SAFE = /^(?:no-referrer|same-origin|origin|strict-origin|(?:strict-)?origin-when-cross-origin)$/;

export default rule(
  "RFC 9700 4.2.4",
  "No page tells other sites the address with the request in it",
  async (kit) => {
    const policy = {
      is: "one that keeps the address from other sites",
      holds: (text: string) => SAFE.test(text),
    };
    const expect = { status: [200], headers: { "referrer-policy": policy } };
    await kit.authorize(await kit.query(), expect);
    const browser = await kit.browser();
    const asked = await browser.authorize(await kit.query({ prompt: "consent" }));
    if (!policy.holds(asked.response.headers.get("referrer-policy") ?? ""))
      kit.wrong("the consent page tells it");
  },
);
