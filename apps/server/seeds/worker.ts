// Runs the suite with each seed that it is sent.
import { runConformance } from "@fluxer-oauth2/contract-tests";
import { work } from "../batch/work.ts";
import { startProvider } from "../faults/provider.ts";
import { runOf, type Task } from "./run.ts";

work(async (task: Task) => {
  await using provider = await startProvider();
  const { fetch, config } = provider;
  const report = await runConformance({ baseUrl: "http://localhost", fetch, config, seed: task.seed });
  return runOf(task, report);
});
