/** How the page looks: one column, the reader's own fonts, light and dark, and plain on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2125; --dim: #5a6169; --line: #d9dce0; --paper: #fff; --accent: #a4161a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e3; --dim: #a6adb4; --line: #3a3f45; --paper: #16181b; --accent: #ff8f87; } } * { box-sizing: border-box; }
html { font: 17px/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body { margin: 0 auto; max-width: 44rem; padding: 0 1rem 3rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; } a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } .skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; } header { padding: 1.4rem 0 .8rem; border-bottom: 1px solid var(--line); }
header + main { padding-top: 1.2rem; } main > h1 { font-size: 1.35rem; } header p, footer { color: var(--dim); font-size: .88rem; } h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; } h1 a { color: inherit; text-decoration: none; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; } h3, article h2 { font-size: 1.05rem; line-height: 1.35; margin: 0 0 .25rem; } form { display: flex; gap: .5rem; margin: .8rem 0 0; }
input { flex: 1; min-width: 0; font: inherit; color: inherit; background: transparent; border: 1px solid var(--dim); border-radius: .4rem; padding: .45rem .6rem; }
button { font: inherit; color: var(--paper); background: var(--accent); border: 0; border-radius: .4rem; padding: .45rem 1rem; }
article { padding: 1rem 0; border-bottom: 1px solid var(--line); } article p { margin: .25rem 0; } main > p { margin: .8rem 0; } .facts, time { color: var(--dim); font-size: .92em; }
strong { font-weight: 650; } code { font-size: .85em; color: var(--dim); } nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; margin: .5rem 0 0; font-size: .92rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .92rem; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } img, svg { max-width: 100%; height: auto; }
svg rect { fill: var(--accent); } svg text { fill: var(--dim); font-size: 13px; } footer { margin-top: 2rem; } @media print { html { font-size: 11pt; }
body { max-width: none; color: #000; background: #fff; } form, nav, .skip { display: none; } a { color: inherit; } article { break-inside: avoid; } }
`;
