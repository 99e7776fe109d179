const LONG = 10_000;
const MOST_KEPT = 8;

/**
 * Asks about a long text once: the same few texts of megabytes are judged at each branch and again for each count. They are
 * held weakly, so that a memory of them never keeps them; the next collection may forget what then is looked at once more.
 */
export function rememberingLong<T extends {}>(ask: (text: string) => T): (text: string) => T {
  let kept = new WeakRef(new Map<string, T>());
  return (text) => {
    if (text.length < LONG) return ask(text);
    const known = kept.deref() ?? new Map<string, T>();
    const answer = known.get(text) ?? ask(text);
    const [oldest] = known.keys();
    if (known.size >= MOST_KEPT && oldest !== undefined && !known.has(text)) known.delete(oldest);
    if (kept.deref() !== known) kept = new WeakRef(known);
    known.set(text, answer);
    return answer;
  };
}
