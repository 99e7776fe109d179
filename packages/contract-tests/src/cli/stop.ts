const INTERRUPTED = 130;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Ends the run well when it is interrupted once, and at once when it is interrupted again. */
export function createStop(out: { write(text: string): unknown }): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
    out.write("\nStopping after this case, then cleaning up. Interrupt again to leave at once.\n");
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const end = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  return { signal: controller.signal, end };
}
