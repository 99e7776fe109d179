const LEVELS = [10, 20, 30, 40, 50, 60];

/** Collects the lines that are not one object of the logger's own, or tell of a fault of the server's. */
export function createLogCheck() {
  const bad: string[] = [];
  const keep = (line: string) => {
    if (!isGood(line)) bad.push(line);
  };
  return { bad, keep };
}

function isGood(line: string): boolean {
  if (line.indexOf("\n") !== line.length - 1) return false;
  try {
    const { level, time, msg, status = 0 } = JSON.parse(line);
    return LEVELS.includes(level) && typeof time === "number" && msg !== "forged" && status < 500;
  } catch {
    return false;
  }
}
