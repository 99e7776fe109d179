import { join } from "node:path";
import { expect, it } from "vitest";
import { doAll } from "../../batch/pool.ts";

async function resultsOf(tasks: readonly string[], jobs = 1): Promise<string[]> {
  const results: string[] = [];
  await doAll<string, string>({
    worker: join(import.meta.dirname, "worker.ts"),
    tasks,
    jobs,
    nameOf: (task) => `task ${task}`,
    onResult: (result) => results.push(result),
  });
  return results;
}

it("does each task once, in as many processes as there are to be", async () => {
  const results = await resultsOf(["a", "b", "c", "d"], 2);
  expect(results.map((each) => each.charAt(0)).sort()).toEqual(["a", "b", "c", "d"]);
  expect(new Set(results.map((each) => each.slice(2))).size).toBeLessThanOrEqual(2);
});

it("a process does no more than sixty, for each leaves something behind", async () => {
  const results = await resultsOf(Array.from({ length: 61 }, () => "x"));
  expect(new Set(results).size).toBe(2);
});

it("hashes passwords at the least cost", async () => {
  expect(await resultsOf(["hash"])).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/)]);
});

it("ends at the first task that fails, and says which", async () => {
  await expect(resultsOf(["a", "fail", "b"])).rejects.toThrow(/^task fail: Error: as asked/);
});

it("ends when a process does, and says at which task", async () => {
  await expect(resultsOf(["a", "end"])).rejects.toThrow("task end: the worker ended with 3");
});
