const MIN_LENGTH = 2;
const MAX_LENGTH = 32;
const RESERVED = new Set(["everyone", "here"]);

/** A username made of an application's name: what no username may hold is dropped, what separates words is kept as `_`. */
export function botUsername(applicationName: string): string {
  const name = applicationName
    .replace(/[ .-]/g, "_")
    .replace(/[^A-Za-z0-9_]/g, "")
    .slice(0, MAX_LENGTH)
    .padEnd(MIN_LENGTH, "_");
  return RESERVED.has(name.toLowerCase()) ? `${name}_` : name;
}
