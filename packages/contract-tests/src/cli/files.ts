import { readFileSync } from "node:fs";
import { UsageError } from "./usage.ts";

export function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read`);
  }
}
