/** Collects what is handed over during one turn of the event loop and gives it on together, in the order it came. */
export function gather<T>(use: (all: readonly T[]) => void): (one: T) => void {
  let waiting: T[] = [];
  const flush = () => {
    const all = waiting;
    waiting = [];
    use(all);
  };
  return (one) => {
    // After the sockets' turn, in which as many requests come forward as there are.
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(one);
  };
}
