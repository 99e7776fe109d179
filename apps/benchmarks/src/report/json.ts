import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Makes the folder as well: nobody is to lose what took half an hour. */
export function writeJson(file: string, value: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
