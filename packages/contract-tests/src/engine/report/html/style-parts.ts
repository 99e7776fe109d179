const STATES = ["reached", "failed", "missing", "unreachable", "untried"]
  .map(
    (state) => `
.mark.${state}, .state.${state}, .ratio.${state}, .verdict.${state} { background: var(--${state}); color: var(--${state}-ink); }
rect.${state}, path.${state} { fill: var(--${state}-solid); }`,
  )
  .join("");

export const PARTS: string = `${STATES}
.top { padding-bottom: 1.5rem; }
.eyebrow { color: var(--soft); font-size: 0.8125rem; }
.top h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.02em; margin: 0.125rem 0; }
.subject { color: var(--soft); }
.verdict { display: inline-block; margin: 1.25rem 0; padding: 0.5rem 1rem; border-radius: 0.625rem; font-size: 1.25rem; font-weight: 600; }
.stopped { max-width: 46rem; margin-bottom: 1.25rem; padding-left: 0.875rem; border-left: 3px solid var(--missing-solid); }
.facts { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; }
.facts dt { color: var(--soft); font-size: 0.8125rem; }
.facts dd { font-variant-numeric: tabular-nums; }

nav { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1.5rem; padding: 0.625rem 0; background: var(--ground); border-block: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
nav a { display: inline-block; padding: 0.25rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav form { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.875rem; margin-left: auto; }
nav input[type="search"] { width: 12rem; max-width: 100%; padding: 0.3125rem 0.625rem; border: 1px solid var(--unreachable-solid); border-radius: 0.5rem; background: var(--card); color: inherit; font: inherit; }
nav .only { display: inline-flex; align-items: center; gap: 0.375rem; min-height: 1.5rem; color: var(--soft); font-size: 0.8125rem; }
nav .only input { width: 1rem; height: 1rem; margin: 0; accent-color: var(--link); }
nav output { color: var(--soft); font-size: 0.8125rem; min-width: 5rem; }

.totals { width: 100%; border-collapse: collapse; }
.totals th, .totals td { padding: 0.375rem 1rem 0.375rem 0; text-align: left; font-weight: 400; border-bottom: 1px solid var(--line); }
.totals .wide { width: 30%; }
.totals .rest { color: var(--soft); font-size: 0.8125rem; }
.figure { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums; }
.bar { display: block; width: 100%; min-width: 6rem; height: 0.5rem; border-radius: 0.25rem; background: var(--untried-solid); }

.mark { display: inline-grid; place-items: center; flex: none; width: 1.375rem; height: 1.375rem; border-radius: 0.3125rem; font-size: 0.8125rem; font-weight: 600; line-height: 1; }
.legend { display: flex; flex-wrap: wrap; gap: 0.375rem 1.25rem; margin: 1.25rem 0 0.75rem; color: var(--soft); font-size: 0.8125rem; }
.legend li { display: inline-flex; align-items: center; gap: 0.5rem; }

.scroll { position: relative; width: fit-content; max-width: 100%; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card); }
.matrix { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.matrix th, .matrix td { padding: 0.25rem 0.3125rem; text-align: center; font-weight: 400; white-space: nowrap; }
.matrix thead th { color: var(--soft); font-size: 0.75rem; }
.matrix thead tr:last-child > * { border-bottom: 1px solid var(--line); padding-bottom: 0.5rem; }
.matrix thead tr:first-child > * { padding-top: 0.625rem; }
.matrix tbody th, .matrix thead tr:last-child th:first-child { position: sticky; left: 0; padding-left: 1rem; padding-right: 1rem; text-align: left; background: var(--card); }
.matrix tbody tr:hover > * { background: var(--code); }
.matrix tbody th a { display: inline-block; min-height: 1.5rem; color: inherit; font-weight: 500; text-decoration-color: var(--unreachable-solid); }
.matrix tbody th .route { display: block; max-width: 15rem; margin-top: -0.25rem; overflow: hidden; text-overflow: ellipsis; font-size: 0.75rem; }
.matrix tbody th a.times, .body a.times { min-height: 0; color: var(--failed-ink); font-size: 0.75rem; font-weight: 400; text-decoration: none; }
.matrix .first { border-left: 1px solid var(--line); }
.matrix .kind:last-child { padding-right: 1rem; }
.route { color: var(--soft); }
.method { font-size: 0.85em; letter-spacing: 0.02em; }
.ratio { display: inline-block; min-width: 2.75rem; padding: 0.0625rem 0.3125rem 0.25rem; border-radius: 0.3125rem; font-size: 0.8125rem; line-height: 1.35; }
.ratio .bar { min-width: 0; height: 0.1875rem; border-radius: 0; }

details.finding, details.operation, details.gap { margin-top: 0.5rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card); }
details.finding { border-left: 4px solid var(--failed-solid); }
summary { display: flex; align-items: flex-start; gap: 0.375rem 0.875rem; padding: 0.5625rem 1rem; cursor: pointer; list-style: none; border-radius: 0.6875rem; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; flex: none; margin-top: 0.4375rem; width: 0.4375rem; height: 0.4375rem; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); transition: transform 120ms; }
details[open] > summary::before { transform: rotate(45deg); }
summary:hover .what { text-decoration: underline; text-decoration-color: var(--unreachable-solid); text-underline-offset: 0.2em; }
summary .what { flex: 1 1 auto; min-width: 0; }
summary .rule { flex: 0 1 auto; color: var(--soft); font-size: 0.8125rem; font-variant-numeric: tabular-nums; text-align: right; }
.message { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
details[open] > summary .message { display: block; overflow: visible; }
.where { display: block; font-weight: 600; }
.times { display: inline-block; margin-left: 0.375rem; white-space: nowrap; padding: 0.0625rem 0.4375rem; border-radius: 1rem; background: var(--failed); color: var(--failed-ink); }
details .body { padding: 0.25rem 1rem 1.125rem; border-top: 1px solid var(--line); }
.body > p { max-width: 46rem; margin: 0.75rem 0; }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 1.25rem; }
.exchange > div { min-width: 0; }
.pointer { color: var(--soft); font-size: 0.75rem; font-weight: 400; }
pre { max-height: 24rem; overflow: auto; padding: 0.75rem 0.875rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--code); font-size: 0.8125rem; line-height: 1.5; overflow-wrap: normal; tab-size: 2; }
pre .name, pre .number { color: var(--soft); }
pre.command { white-space: pre-wrap; overflow-wrap: anywhere; }
pre.command + pre.command, .copy + .copy { margin-top: 0.5rem; }
.excerpt .number { display: inline-block; min-width: 2.75rem; padding-right: 0.5rem; text-align: right; user-select: none; }
.excerpt mark { display: inline-block; min-width: 100%; margin-bottom: -1.5em; background: var(--missing); color: inherit; border-radius: 0.1875rem; }
.copy { position: relative; }
.copy pre { padding-right: 5rem; }
.copy button { position: absolute; top: 0.4375rem; right: 0.4375rem; min-height: 1.625rem; padding: 0 0.625rem; border: 1px solid var(--line); border-radius: 0.375rem; background: var(--card); color: var(--soft); font: inherit; font-size: 0.8125rem; cursor: pointer; }
.copy button:hover { color: var(--ink); border-color: var(--unreachable-solid); }

.list { width: 100%; border-collapse: collapse; }
.list td { padding: 0.25rem 0.875rem 0.25rem 0; vertical-align: baseline; border-top: 1px solid var(--line); }
.list tr:first-child td { border-top: 0; }
.list td:first-child { width: 2.25rem; }
.list .figure { color: var(--soft); font-size: 0.8125rem; }
.list .figure:last-child { padding-right: 0; }
.reason { display: block; color: var(--soft); font-size: 0.8125rem; }
details.kind { border-top: 1px solid var(--line); }
details.kind > summary { padding-inline: 0; }
summary .dots { margin-top: 0.5rem; }
.operation > summary .rule { min-width: 13rem; }
details.kind > summary .rule { min-width: 4rem; }
details.kind > .list { margin-bottom: 0.75rem; }
.dots { flex: none; max-width: 100%; height: auto; }

.rules { width: 100%; border-collapse: collapse; margin-top: 1.25rem; }
.rules caption { padding-bottom: 0.375rem; text-align: left; font-weight: 600; }
.rules caption .rule { margin-left: 0.5rem; color: var(--soft); font-size: 0.8125rem; font-weight: 400; }
.rules td { padding: 0.4375rem 1rem 0.4375rem 0; vertical-align: baseline; border-top: 1px solid var(--line); }
.rules .clause { white-space: nowrap; }
.rules td:first-child { width: 6.5rem; }
.state { display: inline-block; padding: 0.0625rem 0.5rem; border-radius: 0.3125rem; font-size: 0.8125rem; white-space: nowrap; }
.cases summary { display: inline-flex; min-height: 1.5rem; padding: 0; color: var(--soft); font-size: 0.8125rem; }
.rules .broken { display: block; font-size: 0.8125rem; }
.cases ul, .names { padding: 0.25rem 0 0.5rem 1.25rem; color: var(--soft); font-size: 0.8125rem; list-style: disc; }
.names { padding: 0 1rem 0.875rem 2.5rem; columns: 20rem; }
.plain { list-style: disc; padding-left: 1.25rem; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.8125rem; }
footer p { margin-bottom: 0.5rem; }

@media (max-width: 40rem) {
  .top h1 { font-size: 1.5rem; }
  nav { position: static; }
  nav form { margin-left: 0; }
  .totals tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid var(--line); padding: 0.375rem 0; }
  .totals th, .totals td { padding: 0; border: 0; }
  .totals .wide { grid-row: 2; grid-column: 1 / -1; width: auto; margin: 0.25rem 0; }
  .totals .rest { grid-column: 1 / -1; }
  .matrix tbody th, .matrix thead tr:last-child th:first-child { max-width: 9.5rem; padding-inline: 0.75rem; white-space: normal; }
  .matrix tbody th .route, .operation > summary .dots { display: none; }
  summary { flex-wrap: wrap; }
  summary .what { flex-basis: calc(100% - 3.5rem); }
  .operation > summary .what { flex-basis: calc(100% - 5rem); }
  summary .rule, .operation > summary .rule { min-width: 0; margin-left: 1.3125rem; text-align: left; }
  details.kind > summary .what { flex: 1 1 0; }
  details.kind > summary .rule { margin: 0; }
  details.kind > summary .dots { order: 1; flex-basis: 100%; margin: 0 0 0.25rem; }
  .list tr { display: grid; grid-template-columns: 2.25rem 1fr auto; border-top: 1px solid var(--line); padding: 0.25rem 0; }
  .list tr:first-child, .list td { border: 0; }
  .list td { padding: 0; }
  .list .wide { grid-column: 2 / -1; }
  .list td:nth-child(3) { grid-column: 2; text-align: left; }
  .rules tr { display: grid; grid-template-columns: auto 1fr; gap: 0 0.75rem; border-top: 1px solid var(--line); padding: 0.4375rem 0; }
  .rules td { padding: 0; border: 0; }
  .rules .wide { grid-column: 1 / -1; }
}
`;
