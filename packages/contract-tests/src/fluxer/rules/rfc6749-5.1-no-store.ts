import type { Expectation } from "../../engine/index.ts";
import { rule } from "./rule.ts";

const holds = (wanted: string) => (text: string) => text.toLowerCase().includes(wanted);

/** HTTP/1.0 caches knew only the latter. */
const NOT_KEPT: Expectation = {
  status: [200],
  headers: {
    "cache-control": { is: "no-store", holds: holds("no-store") },
    pragma: { is: "no-cache", holds: holds("no-cache") },
  },
};

export default rule("RFC 6749 5.1", "No cache keeps an answer with a token", async (kit) => {
  await kit.exchange(await kit.code(), NOT_KEPT);
  await kit.refresh((await kit.tokens()).refresh, NOT_KEPT);
  await kit.token({ grant_type: "client_credentials" }, NOT_KEPT);
});
