import { createHash } from "node:crypto";
import type { Context } from "../context.ts";
import { command } from "./code.ts";
import { coverageSection } from "./coverage.ts";
import { findingsSection } from "./findings.ts";
import { gapsSection } from "./gaps.ts";
import { html, Markup } from "./markup.ts";
import { operationsSection } from "./operations.ts";
import { overview } from "./overview.ts";
import { rulesSection } from "./rules.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

// The page shows texts from a server that nobody vouches for. They are escaped; should one slip through, it may load and run nothing.
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** One file that needs nothing else: no network, and no script for anything but searching and copying. */
export function pageOf(context: Context): string {
  const { report, tool } = context;
  const sections = [
    { id: "findings", title: "Findings", section: findingsSection(context) },
    { id: "coverage", title: "Coverage", section: coverageSection(context) },
    { id: "rules", title: "Rules", section: rulesSection(context) },
    { id: "operations", title: "Operations", section: operationsSection(context) },
    { id: "gaps", title: "Gaps", section: gapsSection(context) },
  ].filter(({ section }) => section !== undefined);
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Conformance report: ${report.title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
${overview(context)}
<nav aria-label="Sections"><ul>${links}</ul>
<form id="search" role="search" hidden><label class="unseen" for="query">Search in this report</label><input id="query" type="search" placeholder="Search" autocomplete="off"><label class="only"><input id="only" type="checkbox"> problems only</label><output id="found" for="query"></output></form></nav>
<main>${sections.map(({ section }) => section)}</main>
<footer><p>Made by ${tool.name} ${tool.version}. Secrets are masked. The same run again:</p>
${command(tool.again())}
</footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.html;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
