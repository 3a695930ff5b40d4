import { html } from './h.ts';
import type { Html } from './h.ts';

/** Inline style sheet: light, dark and paper; colours always come with a word and a mark. */
export const STYLE: Html = html`<style>
:root{color-scheme:light dark;--bg:#fbfaf8;--card:#fff;--ink:#1d2126;--soft:#59616b;--line:#dcdad5;--code:#f2f0ec;--link:#0b57a4;
--safety:#8a0f3c;--safety-bg:#fbe9ef;--fail:#b3261e;--warning:#8a5a00;--inconclusive:#5b4a9e;--pass:#1c6b3c;--not-tested:#59616b;--not-applicable:#59616b;--remark:#3c6272;--mark:#fff3c4}
@media (prefers-color-scheme:dark){:root{--bg:#15171a;--card:#1d2024;--ink:#e6e4df;--soft:#a3a9b1;--line:#363b42;--code:#24282d;--link:#8fc1f5;
--safety:#ff9dbd;--safety-bg:#3a1624;--fail:#ff9b90;--warning:#f0c060;--inconclusive:#c0b3f5;--pass:#83d3a2;--not-tested:#a3a9b1;--not-applicable:#a3a9b1;--remark:#a6cbdc;--mark:#4b4217}}
*{box-sizing:border-box}
html{font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;background:var(--bg);color:var(--ink);scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{max-width:58rem;margin:0 auto;padding:2rem 1.25rem 5rem;overflow-wrap:anywhere}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .3rem;letter-spacing:-.01em}
h2{font-size:1.35rem;line-height:1.25;margin:3rem 0 .6rem;padding-top:.9rem;border-top:2px solid var(--line)}
h3{font-size:1.1rem;line-height:1.35;margin:0 0 .4rem}
h4{font-size:.95rem;margin:.9rem 0 .3rem}p{margin:.4rem 0 .8rem}a{color:var(--link);text-underline-offset:.15em}
small,.soft{color:var(--soft);font-size:.88rem}.lead{font-size:1.12rem}
code,pre,.mono{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:.84rem}
code{background:var(--code);padding:.08em .32em;border-radius:3px}
pre{background:var(--code);padding:.7rem .85rem;border-radius:5px;margin:.3rem 0 .9rem;white-space:pre-wrap;line-height:1.45;max-height:32rem;overflow:auto}
.plain{white-space:pre-wrap}
dl{display:grid;grid-template-columns:minmax(7.5rem,11rem) 1fr;gap:.35rem 1.1rem;margin:.6rem 0 .9rem}
dt{color:var(--soft);font-size:.92rem}dd{margin:0;min-width:0}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.2rem;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .8rem .45rem 0;border-bottom:1px solid var(--line)}
th{overflow-wrap:normal;color:var(--soft);font-weight:600;font-size:.85rem}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.id{white-space:nowrap;overflow-wrap:normal}
ul{padding-left:1.2rem;margin:.3rem 0 .8rem}
.notice{border:2px solid var(--ink);border-radius:6px;padding:.8rem 1.1rem;margin:1.2rem 0;background:var(--card)}.notice p{margin:.25rem 0}
.verdict{--c:var(--not-tested);color:var(--c);font-weight:650;white-space:nowrap}
.sign{display:inline-block;min-width:1.45em;height:1.45em;line-height:1.35em;text-align:center;border:2px solid currentColor;border-radius:.3em;margin-right:.45em;font-size:.85em;font-weight:700}
.v-safety{--c:var(--safety)}.v-fail{--c:var(--fail)}.v-warning{--c:var(--warning)}.v-inconclusive{--c:var(--inconclusive)}.v-pass{--c:var(--pass)}.v-remark{--c:var(--remark)}.v-not-tested{--c:var(--not-tested)}.v-not-applicable{--c:var(--not-applicable)}
.v-pass .sign,.v-remark .sign{border-radius:50%}.v-warning .sign,.v-inconclusive .sign{border-style:dashed}.v-not-tested .sign,.v-not-applicable .sign{border-style:dotted}.v-safety .sign,.v-fail .sign{background:var(--c);color:var(--card);border-color:var(--c)}
.card{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--c,var(--line));border-radius:6px;padding:1rem 1.2rem;margin:1rem 0;break-inside:avoid-page}
.card.v-safety{background:var(--safety-bg);border-color:var(--c)}.card.v-inconclusive,.card.v-warning{border-left-style:double}.card>.verdict{display:block;font-size:.92rem;margin-bottom:.25rem}
.harm{font-weight:650;color:var(--c)}
.next{background:var(--mark);border-radius:4px;padding:.1rem .5rem;margin-left:-.5rem}
.bar{display:flex;height:1.1rem;border-radius:4px;overflow:hidden;border:1px solid var(--line);margin:.8rem 0 .4rem}.bar span{background:var(--c);min-width:3px}.bar .v-warning,.bar .v-inconclusive{background:repeating-linear-gradient(45deg,var(--c) 0 6px,transparent 6px 9px)}.bar .v-not-tested,.bar .v-not-applicable{background:repeating-linear-gradient(90deg,var(--c) 0 1px,transparent 1px 6px)}
.big{display:flex;flex-wrap:wrap;gap:.6rem 1.6rem;margin:1.2rem 0;padding:0;list-style:none}.big b{display:block;font-size:1.9rem;line-height:1.1;font-variant-numeric:tabular-nums;color:var(--c)}.big li{color:var(--soft);font-size:.92rem}
ul.points{list-style:none;padding:0;margin:.4rem 0 1.2rem}ul.points li{padding:.2rem 0}
nav ul{columns:2;column-gap:2rem;padding:0;list-style:none}nav li{break-inside:avoid;padding:.12rem 0}
td a.mono{display:inline-block}details{margin:.5rem 0}summary{cursor:pointer;padding:.25rem 0}summary:hover{color:var(--link)}details td a.mono{display:inline-block}details{margin-left:.2rem}
details>.inside{border-left:2px solid var(--line);padding-left:1rem;margin:.3rem 0 .8rem .3rem}
:target{outline:3px solid var(--link);outline-offset:3px;border-radius:4px}details:target::details-content{content-visibility:visible;block-size:auto}
@media (max-width:40rem){dl{grid-template-columns:1fr;gap:.05rem}dd{margin-bottom:.5rem}nav ul{columns:1}table{font-size:.86rem}}
@media print{:root{--bg:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--code:#f4f4f4;--link:#000;--safety:#8a0f3c;--safety-bg:#fff;--fail:#b3261e;--warning:#8a5a00;--inconclusive:#5b4a9e;--pass:#1c6b3c;--not-tested:#59616b;--not-applicable:#59616b;--remark:#3c6272;--mark:#fff}
html{font-size:10.5pt}body{max-width:none;padding:0}pre{max-height:none}h2,h3{break-after:avoid}.sign,.bar span{print-color-adjust:exact;-webkit-print-color-adjust:exact}.page-one{break-after:page}#bronnen::details-content{content-visibility:visible;block-size:auto}}
</style>`;
