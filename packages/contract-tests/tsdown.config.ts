import { publishable } from "../../scripts/build/publishable.ts";

export default publishable(import.meta.dirname, {
  entry: { index: "src/index.ts", engine: "src/engine/index.ts", cli: "src/cli.ts" },
  bin: { "fluxer-oauth2-conformance": "./cli.js" },
  platform: "node",
});
