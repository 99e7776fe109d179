import type { Expectation } from "../../engine/index.ts";

/** A redirect to exactly this address, with an answer. */
export function sentBackTo(uri: string): Expectation {
  const holds = (text: string) => text.startsWith(`${uri}?`);
  return { status: [302, 303], headers: { location: { is: `${uri} with an answer`, holds } } };
}
