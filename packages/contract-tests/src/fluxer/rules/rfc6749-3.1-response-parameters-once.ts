import { STATE } from "../world/world.ts";
import { OK } from "./kit.ts";
import { registered } from "./registered-query.ts";
import { rule } from "./rule.ts";

const QUERY = "state=registered&code=registered&error=registered&kept=1&state=again";

export default rule(
  "RFC 6749 3.1",
  "A parameter of an answer comes once, though the registered redirect URI has one of its name",
  async (kit) => {
    const { agreed, refused } = await registered(kit, QUERY, OK);
    for (const [location, has, hasNot] of [
      [agreed, "code", "error"],
      [refused, "error", "code"],
    ] as const) {
      const query = URL.parse(location)?.searchParams;
      const answers = query?.getAll(has) ?? [];
      if (answers.length !== 1 || answers[0] === "registered")
        kit.wrong(`${has} is ${answers.join(" and ")}`);
      if (query?.has(hasNot)) kit.wrong(`there is ${has}, and ${hasNot} from the registered redirect URI`);
      if (query?.getAll("state").join(" and ") !== STATE)
        kit.wrong(`the state is ${query?.getAll("state").join(" and ")}`);
      if (query?.get("kept") !== "1") kit.wrong("the rest of the registered query is lost");
    }
  },
);
