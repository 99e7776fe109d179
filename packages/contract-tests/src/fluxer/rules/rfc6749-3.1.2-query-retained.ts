import { registered } from "./registered-query.ts";
import { rule } from "./rule.ts";

const KEPT = "kept=a%2Fb&kept=&flag&path=/a?b";
const OURS = ["kept", "flag", "path", "code", "state", "iss", "error", "error_description", "error_uri"];

export default rule("RFC 6749 3.1.2", "The query of a registered redirect URI is kept", async (kit) => {
  const { agreed, refused } = await registered(kit, KEPT, undefined);
  for (const [what, location, member] of [
    ["redirect_to", agreed, "code"],
    ["the redirect", refused, "error"],
  ] as const) {
    const query = location.split("?").slice(1).join("?");
    const names = [...new URLSearchParams(query).keys()];
    if (!query.startsWith(`${KEPT}&`) || !names.includes(member))
      kit.wrong(`${what} lost the registered query`);
    if (query.split("&").includes("")) kit.wrong(`${what} has an empty parameter`);
    const others = names.filter((name) => !OURS.includes(name));
    if (others.length > 0) kit.wrong(`${what} has parameters that nobody asked for: ${others.join(", ")}`);
  }
});
