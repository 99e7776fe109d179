import { showApplication, trust, untrust } from "./applications.ts";
import { audit } from "./audit.ts";
import { type Command, type Run, UsageError } from "./command.ts";
import { pruneNow } from "./prune.ts";
import { quoted } from "./text.ts";
import { showUser } from "./users.ts";

const COMMANDS: readonly Command[] = [audit, showApplication, trust, untrust, pruneNow, showUser];
const CALL = "npm run admin --";

/** What to do, or the help that was asked for. */
export function parseCommandLine(args: string[]): { readonly run: Run } | { readonly help: string } {
  const command = COMMANDS.find(({ name }) => name.split(" ").every((word, index) => args[index] === word));
  if (args.includes("--help")) return { help: command ? helpOf(command) : HELP };
  if (command === undefined) throw new UsageError(`${unknown(args)}\nSee: ${CALL} --help`);
  try {
    return { run: command.parse(args.slice(command.name.split(" ").length)) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}\nSee: ${CALL} ${command.name} --help`);
  }
}

function unknown([first, second]: string[]): string {
  if (first === undefined) return "A command is missing.";
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (group.length === 0) return `There is no command ${quoted(first)}.`;
  const given = second === undefined ? "is not complete" : `cannot be followed by ${quoted(second)}`;
  return `${quoted(first)} ${given}: write ${group.join(" or ")}.`;
}

const width = Math.max(...COMMANDS.map(({ name, takes }) => `${name} ${takes}`.length));
const HELP = `usage: ${CALL} COMMAND

${COMMANDS.map(({ name, takes, summary }) => `  ${`${name} ${takes}`.padEnd(width)}  ${summary}\n`).join("")}
Each command has a --help of its own. The settings are the server's, from the environment (DATABASE_URL); the server
may be running. Changes are written to the audit log. For output alone, without npm's own lines: npm run --silent admin -- …
Exit code: 0 done, 1 not found or failed, 2 a command line that makes no sense.
`;

function helpOf({ name, takes, summary, details }: Command): string {
  return `usage: ${CALL} ${name} ${takes}\n\n${summary[0]?.toUpperCase()}${summary.slice(1)}.\n\n${details}\n`;
}
