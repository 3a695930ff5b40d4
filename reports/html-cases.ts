import type { CaseResult } from '../model/result.ts';
import { anchor, html } from './h.ts';
import type { Html } from './h.ts';
import { exchangeLink, findingLink, row } from './html-parts.ts';
import { instant } from './time.ts';
import { CASE_STATES, wordFor } from './words.ts';
import type { Lang } from './words.ts';

/** A case that waits: who must act, with which values, what was seen instead, until when. */
export function waitCard(result: CaseResult, lang: Lang): Html {
  const nl = lang === 'nl';
  const { waiting } = result;
  return html`<article class="card v-inconclusive"><span class="verdict v-inconclusive"><span class="sign" aria-hidden="true">…</span>${nl ? 'Wacht' : 'Waiting'}</span>
<h3>${result.title[lang]} <small>(<a href="#${anchor('geval', result.id)}">${result.id}</a>)</small></h3>
${waiting === null ? html`<p>${result.reason?.[lang]}</p>` : html`<dl>${[
    row(nl ? 'Wie is aan zet' : 'Who must act', html`<b>${waiting.who[lang]}</b>`),
    row(nl ? 'Wat te doen' : 'What to do', html`<span class="next">${waiting.what[lang]}</span>`),
    row(nl ? 'Met deze waarden' : 'With these values', Object.keys(waiting.values).length === 0 ? null : html`<ul>${Object.entries(waiting.values).map(([name, value]) => html`<li>${name}: <code>${value}</code></li>`)}</ul>`),
    row(nl ? 'Tot' : 'Until', instant(waiting.until, lang)),
    row(nl ? 'Wel gezien' : 'Seen instead', waiting.seenInstead.length === 0 ? (nl ? 'niets' : 'nothing') : html`<ul>${waiting.seenInstead.map((each) => html`<li class="plain">${each}</li>`)}</ul>`),
  ]}</dl>`}
</article>`;
}

/** A pull can take a hundred messages. */
const MOST_LINKS = 12;

export function caseTable(cases: readonly CaseResult[], lang: Lang): Html {
  const nl = lang === 'nl';
  return html`<table><thead><tr><th>${nl ? 'Testgeval' : 'Test case'}</th><th>${nl ? 'Rol' : 'Role'}</th><th>${nl ? 'Stand' : 'State'}</th><th>${nl ? 'Berichten' : 'Exchanges'}</th><th>${nl ? 'Bevindingen' : 'Findings'}</th></tr></thead><tbody>
${cases.map((each) => html`<tr id="${anchor('geval', each.id)}"><td>${each.title[lang]}<br><small class="mono">${each.id}${each.scenario === null ? '' : `, ${each.scenario}`}</small></td><td>${each.role}</td>
<td>${wordFor(CASE_STATES, each.state, lang)}${each.attempts > 1 ? html`<br><small>${each.attempts} ${nl ? 'pogingen' : 'attempts'}</small>` : null}${each.reason === null ? null : html`<br><small>${each.reason[lang]}</small>`}</td>
<td>${each.exchanges.slice(0, MOST_LINKS).map((id) => html`${exchangeLink(id)} `)}${each.exchanges.length > MOST_LINKS ? html`<small>${nl ? `en nog ${each.exchanges.length - MOST_LINKS}` : `and ${each.exchanges.length - MOST_LINKS} more`}</small>` : null}</td><td>${each.findings.length === 0 ? '–' : each.findings.map((id) => html`${findingLink(id)} `)}</td></tr>`)}
</tbody></table>`;
}
