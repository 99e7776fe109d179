import { defineConfig } from "tsdown";

// What is used of the contract is built in: the published package depends on openapi-fetch alone.
export default defineConfig({ entry: "src/index.ts", platform: "neutral", dts: { oxc: true } });
