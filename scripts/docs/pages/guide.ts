import type { GuideFacts, RateLimitFact } from "../model.ts";
import { type Line, PageError } from "./lines.ts";
import { isRow, plain, type Row, readTable, type Table } from "./table.ts";

/** The headings that open or close a part with facts; the rest of the guide is prose, which states none. */
const headings = [
  "OAuth2 Scopes",
  "Authorization Flow",
  "Token Refresh",
  "Authorization Errors",
  "Token Errors",
  "Scope Validation",
  "Rate Limits",
  "Bot Applications",
  "Missing Scope Error",
  "Client Credentials Flow",
] as const;
type Heading = (typeof headings)[number];

const flowOf: Partial<Record<Heading, string>> = {
  "Authorization Flow": "authorizationCode",
  "Client Credentials Flow": "clientCredentials",
};
const statusOf: Partial<Record<Heading, string>> = {
  "Token Errors": "tokenErrors",
  "Missing Scope Error": "missingScope",
};
const secondsOf: Record<string, number> = { second: 1, minute: 60, hour: 3600, day: 86400 };

export function isGuide(lines: Line[]): boolean {
  return lines.some((line) => title(line.text) === headings[0]);
}

/** Reads the guide, as Markdown or as the text of its rendered page. */
export function readGuide(glued: Line[]): GuideFacts {
  const facts: GuideFacts = { scopes: [], flows: [], authorizationErrors: [], statuses: {}, rateLimits: [] };
  const lines = unglue(glued);
  let heading: Heading | undefined;
  let index = 0;
  for (let line = lines[index]; line; line = lines[index]) {
    const found = headings.find((name) => title(line.text) === name);
    if (found) {
      heading = found;
      const flow = flowOf[found];
      if (flow) addOnce(facts.flows, flow, line);
      index += 1;
    } else if (isRow(line)) {
      const table = readTable(lines, index);
      addTable(facts, table);
      index = table.next;
    } else {
      readLine(facts, line, heading);
      index += 1;
    }
  }
  return facts;
}

/** In a rendered page's text a sentence may run into the heading or the table header that follows it. */
function unglue(lines: Line[]): Line[] {
  return lines.flatMap((line, index) => {
    const heading = headings.find((name) => line.text.endsWith(name));
    const border = line.text.indexOf("|");
    const rule = /^\|(?:\s*-{3,}\s*\|)+$/.test(lines[index + 1]?.text ?? "");
    const at = heading ? line.text.length - heading.length : border;
    const glued = heading ? /[.:]$/.test(line.text.slice(0, at)) : rule && /:$/.test(line.text.slice(0, at));
    if (at < 1 || !glued) return [line];
    return [line.text.slice(0, at), line.text.slice(at)].map((text) => ({ ...line, text }));
  });
}

function readLine(facts: GuideFacts, line: Line, heading: Heading | undefined): void {
  const text = title(line.text);
  const lifetime = /\bexpire after (\d+ \w+)\./.exec(text)?.[1];
  if (lifetime) facts.accessTokenLifetime = seconds(lifetime, line);
  const status = /^([1-5]\d\d) [A-Z][A-Za-z ]+$/.exec(text)?.[1];
  if (status) addStatus(facts, Number(status), line, heading);
  else if (/^[a-z][a-z0-9_.:]*$/.test(text)) addScope(facts, text, line, heading);
  else if (/^(<|```|---|>)/.test(line.text)) throw new PageError(line, `unknown construct: ${line.text}`);
}

function addStatus(facts: GuideFacts, status: number, line: Line, heading: Heading | undefined): void {
  const name = heading && statusOf[heading];
  if (!name) throw new PageError(line, `a status outside of the parts about errors: ${line.text}`);
  if (name in facts.statuses) throw new PageError(line, `a second status for ${heading}`);
  facts.statuses[name] = status;
}

/** A scope stands alone on its line, twice where the page shows both its title and its name. */
function addScope(facts: GuideFacts, scope: string, line: Line, heading: Heading | undefined): void {
  if (heading !== "OAuth2 Scopes") throw new PageError(line, `a name outside of the scopes: ${line.text}`);
  if (facts.scopes.at(-1) !== scope) addOnce(facts.scopes, scope, line);
}

function addTable(facts: GuideFacts, { line, header, rows }: Table): void {
  const columns = header.join(" | ");
  if (columns === "Code | Description") {
    for (const row of rows) addOnce(facts.authorizationErrors, plain(row.cells[0] ?? ""), row.line);
  } else if (columns === "Endpoint | Limit | Window") {
    facts.rateLimits.push(...rows.map(rateLimit));
  } else {
    throw new PageError(line, `unknown table: ${columns}`);
  }
}

function rateLimit({ line, cells }: Row): RateLimitFact {
  const [path = "", limit = "", window = ""] = cells.map(plain);
  if (!path.startsWith("/") || !/^\d+$/.test(limit)) throw new PageError(line, `unknown limit: ${line.text}`);
  return { path, limit: Number(limit), window: seconds(window, line) };
}

function addOnce(list: string[], name: string, line: Line): void {
  if (list.includes(name)) throw new PageError(line, `${name} was named before`);
  list.push(name);
}

function seconds(text: string, line: Line): number {
  const [, count, unit = ""] = /^(\d+) ([a-z]+?)s?$/.exec(text) ?? [];
  const factor = secondsOf[unit];
  if (!count || !factor) throw new PageError(line, `unknown span of time ${JSON.stringify(text)}`);
  return Number(count) * factor;
}

/** A heading or a code span without its marks. */
function title(text: string): string {
  return plain(text.replace(/^#+ /, "").trim());
}
