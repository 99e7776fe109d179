import type { Contestant } from "./contestant.ts";
import { foreign } from "./foreign.ts";

const anchor = { group: "anchor", storage: "nothing", secrets: "nothing" } as const;

/** Every figure is also given as a share of this one's in the same round. */
export const ANCHOR = "bare-hono";

export const ANCHORS: readonly Contestant[] = [
  foreign({
    ...anchor,
    name: ANCHOR,
    title: "a bare Hono route",
    program: new URL("../servers/bare-hono.ts", import.meta.url),
  }),
  foreign({
    ...anchor,
    name: "bare-http",
    title: "bare node:http",
    program: new URL("../servers/bare-http.ts", import.meta.url),
  }),
];
