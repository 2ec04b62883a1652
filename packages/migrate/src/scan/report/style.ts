/** The look of what only this page has. */
export const style = `
meter { display: block; width: 6rem; margin-left: auto; }
.findings { list-style: none; padding: 0; } .findings li { border-top: 1px solid var(--line); padding: .6rem 0; }
.place { font-variant-numeric: tabular-nums; font-weight: 600; margin-right: .4rem; }
.confidence { border: 1px solid var(--line); border-radius: 1rem; font-size: .75rem; padding: .05rem .5rem; }
pre { background: var(--soft); border-radius: .3rem; margin: .4rem 0; overflow-x: auto; padding: .5rem .7rem; }
li p { margin: .2rem 0; }
`;
