// Runs the suite with each seed that it is sent.
import { runConformance } from "@fluxer-oauth2/contract-tests";
import { startProvider } from "../faults/provider.ts";
import { runOf, type Task } from "./run.ts";

process.on("message", async (task: Task) => {
  await using provider = await startProvider();
  const { fetch, config } = provider;
  const report = await runConformance({ baseUrl: "http://localhost", fetch, config, seed: task.seed });
  process.send?.({ run: runOf(task, report) });
});

process.send?.({ ready: true });
