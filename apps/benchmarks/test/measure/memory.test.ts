import { expect, it } from "vitest";
import { allContestants } from "../../src/contestants/all.ts";
import { watchMemory } from "../../src/measure/memory.ts";

const [fast, slow] = allContestants();
const MIB = 2 ** 20;

it("memory is what a server has when it has answered 100,000 requests, however many follow; of a slow one it says how many", () => {
  if (fast === undefined || slow === undefined) throw new Error("there are contestants");
  let resident = 0;
  const watch = watchMemory(() => resident * MIB);
  for (const answered of [60_000, 50_000, 70_000]) {
    resident += 10;
    watch.note(fast, { pid: 1 }, { answered });
  }
  watch.note(slow, { pid: 2 }, { answered: 20_500 });
  expect(watch.measures([fast, slow])).toEqual([
    { name: "memory after 100,000 requests", contestant: fast.name, value: 20, unit: "MiB" },
    { name: "memory after only 20,000 requests", contestant: slow.name, value: 30, unit: "MiB" },
  ]);
});
