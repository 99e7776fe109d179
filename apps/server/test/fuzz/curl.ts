import type { Case } from "./cases.ts";

/** One line for a shell, against a provider on its usual port; the body comes through printf, which can say any byte. */
export function curlOf({ method, target, headers, body }: Case): string {
  const url = quote(`http://127.0.0.1:3000${target.toWellFormed()}`);
  const lines = headers.map(([name, value]) => `-H ${shellBytes(`${name}: ${value}`)}`);
  const command = ["curl -gi --path-as-is", `-X ${quote(method)}`, ...lines, url];
  if (body === undefined) return command.join(" ");
  return `printf '%b' '${octal(body)}' | ${[...command, "--data-binary @-"].join(" ")}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''").replaceAll(/[\r\n]/g, encodeURIComponent)}'`;
}

/** Header values are bytes, one character each. */
function shellBytes(latin1: string): string {
  const bytes = [...Buffer.from(latin1, "latin1")];
  const parts = bytes.map((byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x27 || byte === 0x5c
      ? `\\x${byte.toString(16).padStart(2, "0")}`
      : String.fromCharCode(byte),
  );
  return `$'${parts.join("")}'`;
}

function octal(bytes: Buffer): string {
  return [...bytes]
    .map((byte) =>
      byte < 0x20 || byte > 0x7e || byte === 0x27 || byte === 0x5c
        ? `\\0${byte.toString(8).padStart(3, "0")}`
        : String.fromCharCode(byte),
    )
    .join("");
}
