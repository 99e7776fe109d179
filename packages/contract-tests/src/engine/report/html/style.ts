import { PARTS } from "./style-parts.ts";

/** Colours, and what holds everywhere. */
export const STYLE: string = `
:root {
  color-scheme: light dark;
  --ground: #fafaf7; --card: #fff; --ink: #1d2126; --soft: #59616c; --line: #e2e3dd; --link: #2d4fa8;
  --code: #f4f4f0; --focus: #2d4fa8;
  --reached: #dcefe2; --reached-ink: #17603a; --reached-solid: #4fa772;
  --failed: #fbdedb; --failed-ink: #9b1f17; --failed-solid: #d1453b;
  --missing: #fce9c8; --missing-ink: #7a4b00; --missing-solid: #dd9a32;
  --unreachable: #e9eaec; --unreachable-ink: #59616c; --unreachable-solid: #b4bac2;
  --untried: #f1f1ee; --untried-ink: #59616c; --untried-solid: #dcddd8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #131619; --card: #1a1e22; --ink: #e7e9eb; --soft: #a3acb6; --line: #2c3238; --link: #9db8ff;
    --code: #14181b; --focus: #9db8ff;
    --reached: #1c3a29; --reached-ink: #93d8ad; --reached-solid: #459666;
    --failed: #4a201d; --failed-ink: #ffb6ad; --failed-solid: #dd5a50;
    --missing: #453213; --missing-ink: #f3cb80; --missing-solid: #c98b2e;
    --unreachable: #272c32; --unreachable-ink: #a3acb6; --unreachable-solid: #555e68;
    --untried: #1f2429; --untried-ink: #a3acb6; --untried-solid: #333a41;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 80rem; padding: 2.5rem 1.5rem 4rem; background: var(--ground); color: var(--ink);
  font: 0.9375rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4, p, ul, dl, dd, table, pre { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 0.25rem; }
[hidden], section.empty { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
code, pre, .method, .pointer { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
h2 { font-size: 1.25rem; letter-spacing: -0.01em; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 0.9375rem; }
h4 { margin: 1.25rem 0 0.375rem; font-size: 0.8125rem; color: var(--soft); }
main > section { margin-top: 3rem; }
.lead { max-width: 46rem; margin-bottom: 1.25rem; color: var(--soft); }
bdi { unicode-bidi: isolate; }
${PARTS}
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; }
  main > section { margin-top: 2.25rem; }
}
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; background: #fff; }
  nav, .copy button { display: none; }
  section { break-before: auto; }
  .scroll { overflow: visible; }
  pre { white-space: pre-wrap; }
  summary { break-after: avoid; }
  .finding::details-content { content-visibility: visible; block-size: auto; }
  .mark, .ratio, .state, rect, path { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
