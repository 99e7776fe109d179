import { rule } from "./rule.ts";

/** 160 bits in base64url, which 10.10 recommends. */
const LEAST = 27;

export default rule(
  "RFC 6749 10.10",
  "Codes and tokens are too long to guess, and all different",
  async (kit) => {
    const seen = new Set<string>();
    for (let turn = 0; turn < 3; turn++) {
      const { access, refresh } = await kit.tokens();
      for (const each of [await kit.code(), access, refresh]) {
        if (each.length < LEAST) kit.wrong(`a credential has ${each.length} characters`);
        seen.add(each).add(each.slice(-LEAST));
      }
    }
    if (seen.size !== 18) kit.wrong("two credentials are alike");
  },
);
