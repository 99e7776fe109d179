import { rule } from "./rule.ts";

export default rule(
  "RFC 8414 3",
  "The metadata is at the well-known address, as application/json",
  async (kit) => {
    const isJson = (text: string) => /^application\/json(?:$|;)/i.test(text);
    const expect = { status: [200], headers: { "content-type": { is: "application/json", holds: isJson } } };
    await kit.call.stray({ method: "GET", path: "/.well-known/oauth-authorization-server", expect });
  },
);
