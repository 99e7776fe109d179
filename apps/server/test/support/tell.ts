/** A line of its own in the output of the run, for whoever counts. */
export function tell(name: string, facts: Record<string, number>): void {
  const told = Object.entries(facts).map(([fact, value]) => `${fact} ${value}`);
  process.stdout.write(`${name}: ${told.join(", ")}\n`);
}
