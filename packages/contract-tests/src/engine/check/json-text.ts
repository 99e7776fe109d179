const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|-?[0-9][0-9.eE+-]*/g;
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** What is wrong with a JSON text that its value no longer shows: clients differ in what they make of it. */
export function jsonTextProblems(text: string): string[] {
  const found = new Set<string>();
  const open: (Set<string> | undefined)[] = [];
  let isName = false;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    const members = open.at(-1);
    if (token.startsWith('"') && isName && members) {
      const name = String(JSON.parse(token));
      // RFC 8259 4: the names within an object should be unique.
      if (members.has(name)) found.add(`the member ${name} is there more than once in one object`);
      members.add(name);
    }
    if (isUnsafe(token)) found.add(`the number ${token} is larger than every client can hold`);
    isName = members !== undefined && (token === "{" || token === ",");
  }
  return [...found];
}

/** RFC 8259 6: integers are read alike everywhere up to 2^53-1 only. */
function isUnsafe(token: string): boolean {
  if (token.length < 16 || !/^-?[0-9]+$/.test(token)) return false;
  const value = BigInt(token);
  return value > LARGEST || value < -LARGEST;
}
