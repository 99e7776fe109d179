import { STATE } from "../world/world.ts";
import { registered } from "./registered-query.ts";
import { rule } from "./rule.ts";

const OURS = ["code", "state", "iss", "error", "error_description", "error_uri"];
const QUERY = `${OURS.map((name) => `${name}=registered`).join("&")}&kept=1&state=again`;

export default rule(
  "RFC 6749 3.1",
  "A parameter of an answer comes once, though the registered redirect URI has one of its name",
  async (kit) => {
    const { agreed, refused } = await registered(kit, QUERY, STATE);
    for (const [location, has, hasNot] of [
      [agreed, "code", "error"],
      [refused, "error", "code"],
    ] as const) {
      const query = URL.parse(location)?.searchParams ?? new URLSearchParams();
      for (const name of OURS) {
        const values = query.getAll(name);
        if (values.length > 1 || values.includes("registered"))
          kit.wrong(`${name} is ${values.join(" and ")}`);
      }
      if (!query.has(has) || query.has(hasNot)) kit.wrong(`the answer is not one with ${has} alone`);
      if (query.get("state") !== STATE) kit.wrong(`the state is ${query.get("state")}`);
      if (query.get("kept") !== "1") kit.wrong("the rest of the registered query is lost");
    }
  },
);
