import { publishable } from "../../scripts/build/publishable.ts";

export default publishable(import.meta.dirname, { entry: { index: "src/index.ts" }, platform: "neutral" });
