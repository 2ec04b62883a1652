/** The look of the page. */
export const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --soft: color-mix(in srgb, currentColor 6%, transparent); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; overflow-wrap: anywhere; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1rem 0; }
.figures div { display: flex; flex-direction: column-reverse; }
.figures dd { font-size: 1.7rem; font-weight: 600; margin: 0; } .figures dt { font-size: .85rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { border-top: 1px solid var(--line); padding: .45rem .6rem; text-align: left; vertical-align: top; }
td.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
meter { display: block; width: 6rem; margin-left: auto; }
.findings { list-style: none; padding: 0; } .findings li { border-top: 1px solid var(--line); padding: .6rem 0; }
.place { font-variant-numeric: tabular-nums; font-weight: 600; margin-right: .4rem; }
.confidence { border: 1px solid var(--line); border-radius: 1rem; font-size: .75rem; padding: .05rem .5rem; }
pre { background: var(--soft); border-radius: .3rem; margin: .4rem 0; overflow-x: auto; padding: .5rem .7rem; }
li p { margin: .2rem 0; } code { font-size: .85em; }
`;
