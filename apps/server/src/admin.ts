import { runAdmin } from "./admin/run.ts";
import { readEnvironment } from "./environment.ts";

// Whoever reads the output may stop before its end, as `head` does.
process.stdout.on("error", () => process.exit());

process.exitCode = await runAdmin(process.argv.slice(2), readEnvironment(), {
  print: (text) => void process.stdout.write(text),
  remark: (text) => void process.stderr.write(text),
});
