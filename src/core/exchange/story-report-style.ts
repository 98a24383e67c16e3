/** The report's style sheet: readable on a screen, light or dark, and on landscape paper. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--line:#c9c9c2;--dim:#5f5f59;--text:#1d1d1a;--ground:#fff}
@media (prefers-color-scheme:dark){:root{--line:#4a4d52;--dim:#a6a8ab;--text:#e3e3df;--ground:#191a1d}}
*{box-sizing:border-box}
body{max-width:90rem;margin:2rem auto;padding:0 1.5rem;background:var(--ground);color:var(--text);font:15px/1.45 Charter,Georgia,serif}
h1{font-size:1.6rem;margin:0 0 .25rem}
h2{margin:2rem 0 .5rem;font-size:1.2rem;border-bottom:2px solid var(--line)}
h3{margin:1.2rem 0 .4rem;font-size:1rem}
header p,.facts,.legend,.status,small{color:var(--dim);font:12px/1.4 system-ui,sans-serif}
table{width:100%;border-collapse:collapse}
th,td{padding:.35rem .5rem;border:1px solid var(--line);text-align:start;vertical-align:top}
thead{display:table-header-group}
thead th{font:600 12px/1.4 system-ui,sans-serif}
tr,.row,.finding{break-inside:avoid}
.n{text-align:end;font-variant-numeric:tabular-nums}
.matrix{table-layout:fixed}
.matrix th:first-child{width:6.5rem;font-weight:600}
.matrix td{overflow-wrap:anywhere}
tr.suggested>th,.row.suggested{border-inline-start:3px dashed var(--dim)}
tr.accepted>th,.row.accepted{border-inline-start:3px solid var(--text)}
.row{margin:.75rem 0;padding-inline-start:.75rem}
.row h3{margin:0}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:.25rem 0}
dt{font:600 12px/1.6 system-ui,sans-serif}
dd{margin:0}
small{display:block;font-weight:400}
.sign{display:inline-block;margin:.15rem 0;padding:0 .3rem;border:1px solid var(--dim);border-radius:3px;font:11px/1.5 system-ui,sans-serif}
.words,.values,.facts,.finding p{margin:0 0 .15rem}
.values{font-weight:600;font-variant-numeric:tabular-nums}
ins{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.15em}
del{color:var(--dim)}
sup{font:600 9px/1 system-ui,sans-serif}
.status{padding:0 .3rem;border:1px solid var(--line);border-radius:3px}
.finding{margin-bottom:.6rem}
.finding.dismissed{color:var(--dim)}
q{quotes:'“' '”'}
@page{size:A4 landscape;margin:12mm}
@media print{:root{--line:#bbb;--dim:#444;--text:#000;--ground:#fff}body{margin:0;padding:0;max-width:none;font-size:10pt}}
`.trim()
