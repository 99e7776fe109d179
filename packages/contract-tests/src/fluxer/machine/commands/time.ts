import fc from "fast-check";
import { type Command, command } from "../action.ts";

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** No sum of a few of them is a lifetime of something, so that it is clear what has expired. */
const STEPS = [
  ["19 seconds", 19 * SECOND],
  ["47 seconds", 47 * SECOND],
  ["4 days", 4 * DAY],
  ["33 days", 33 * DAY],
] as const;
const LONGEST = 80 * DAY;

export function timeCommands(): fc.Arbitrary<Command>[] {
  return [
    fc.constantFrom(...STEPS).map(([told, milliseconds]) =>
      command("wait", (model) => {
        if (model.now() + milliseconds > Math.min(LONGEST, model.end)) return undefined;
        return { told: `${told} pass`, run: (system) => system.advance(milliseconds) };
      }),
    ),
  ];
}
