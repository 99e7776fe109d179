export type Once = <T>(name: string, make: () => Promise<T>) => Promise<T>;

/** Makes a thing when it is first asked for, and gives the same one ever after. One that could not be made is tried again. */
export function createOnce(): Once {
  const made = new Map<string, Promise<unknown>>();
  return <T>(name: string, make: () => Promise<T>) => {
    // Under one name there is only what one caller makes.
    const known = made.get(name) as Promise<T> | undefined;
    if (known) return known;
    const making = make();
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };
}
