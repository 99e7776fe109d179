/** Whether two JSON values are the same in the sense of JSON Schema: member order does not count. */
export function equal(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) return equalArrays(left, right);
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => equalMember(left, right, key));
}

function equalArrays(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((item, index) => equal(item, right[index]));
}

function equalMember(left: object, right: object, key: string): boolean {
  if (!Object.hasOwn(right, key)) return false;
  return equal(Reflect.get(left, key), Reflect.get(right, key));
}

export function hasDuplicates(items: readonly unknown[]): boolean {
  const primitives = new Set<unknown>();
  const structures: unknown[] = [];
  for (const item of items) {
    const isStructure = typeof item === "object" && item !== null;
    if (isStructure ? structures.some((other) => equal(item, other)) : primitives.has(item)) return true;
    if (isStructure) structures.push(item);
    else primitives.add(item);
  }
  return false;
}
