import { hkdfSync, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const KEY_BYTES = 32;

/** The key file cannot be used; the message tells the operator what to do. */
export class KeyError extends Error {
  override readonly name = "KeyError";
}

/** One server key; each purpose gets a key of its own, so that no two uses can be played against each other. */
export type Keys = { derive(purpose: string): Buffer };

export function createKeys(master: Uint8Array): Keys {
  if (master.length < KEY_BYTES) throw new RangeError(`the server key needs at least ${KEY_BYTES} bytes`);
  return { derive: (purpose) => Buffer.from(hkdfSync("sha256", master, "", purpose, KEY_BYTES)) };
}

/** From SECRET_KEY if it is set, else from the key file, which the first start makes. */
export function loadKeys(config: { secretKey: string | undefined; dataDir: string }): Keys {
  if (config.secretKey !== undefined) return createKeys(Buffer.from(config.secretKey, "base64url"));
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const path = join(config.dataDir, "server.key");
  createKeyFile(path);
  return createKeys(readKeyFile(path));
}

function createKeyFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString("base64url")}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  try {
    // A link appears with its whole content and only if the name is free, so two first starts agree on one key.
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
}

function readKeyFile(path: string): Buffer {
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0) {
    throw new KeyError(`${path} can be read by others; run: chmod 600 ${path}`);
  }
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64url");
  if (key.length !== KEY_BYTES)
    throw new KeyError(`${path} does not hold a server key; restore it from a backup`);
  return key;
}
