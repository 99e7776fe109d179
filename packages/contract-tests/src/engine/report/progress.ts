import type { Progress } from "../run/run.ts";

interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const STEPS = 10;

/** One line that follows the run on a terminal; elsewhere, as in a log, one line for each tenth. */
export function createProgress(out: Terminal): { show(progress: Progress): void; end(): void } {
  let step = -1;
  const live = ({ done, total, title, findings }: Progress) => {
    const line = `${String(done + 1).padStart(String(total).length)}/${total} ${tally(findings)}${title}`;
    out.write(`\r\x1b[K${line.slice(0, (out.columns ?? 80) - 1)}`);
  };
  const logged = ({ done, total, findings }: Progress) => {
    const reached = Math.floor((done / total) * STEPS);
    if (reached === step) return;
    step = reached;
    out.write(`${reached * STEPS} % of ${total} cases ${tally(findings)}\n`);
  };
  return {
    show: out.isTTY === true ? live : logged,
    end: () => out.isTTY === true && out.write("\r\x1b[K"),
  };
}

function tally(findings: number): string {
  return findings === 0 ? "" : `(${findings} findings) `;
}
