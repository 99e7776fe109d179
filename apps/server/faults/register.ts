// For `node --import ./faults/register.ts src/main.ts` with FAULT=name: the server with one fault, for other tools to find.
import { PATCHES } from "./catalogue/index.ts";
import { registerFaults } from "./hooks.ts";

const name = process.env.FAULT;
const patch = PATCHES.find((each) => each.name === name);
if (patch === undefined) {
  console.error(
    `FAULT=${name ?? ""} is no fault of this server. There are:\n${PATCHES.map((each) => `  ${each.name}`).join("\n")}`,
  );
  process.exit(2);
}
registerFaults(PATCHES, patch);
