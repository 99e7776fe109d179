import { publishable } from "../../scripts/build/publishable.ts";

export default publishable(import.meta.dirname, {
  entry: {
    index: "src/index.ts",
    engine: "src/engine/index.ts",
    faults: "src/faults/index.ts",
    cli: "src/cli.ts",
    "faults-cli": "src/faults/cli.ts",
  },
  bin: { "fluxer-oauth2-conformance": "./cli.js", "fluxer-oauth2-faults": "./faults-cli.js" },
  platform: "node",
});
