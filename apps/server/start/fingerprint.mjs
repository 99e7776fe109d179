import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * One hash over the names and contents of files. Times are not looked at: a checkout or a copy changes them at will.
 * @param {readonly string[]} files
 * @returns {string}
 */
export function fingerprint(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
