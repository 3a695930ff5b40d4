import type { Finding, RequirementResult } from '../model/result.ts';
import { anchor, html } from './h.ts';
import type { Html, Part } from './h.ts';
import type { ExchangeWriter } from './html-exchange.ts';
import { classOf, exchangeLink, requirementLink, row, sourceOf, sureness, verdictWord } from './html-parts.ts';
import { instant } from './time.ts';
import type { FindingGroup } from './view.ts';
import { CAUSES, SEVERITIES, wordFor } from './words.ts';
import { positionWords } from './position.ts';
import type { Lang } from './words.ts';

/** Further occurrences in a list; more are counted only. */
const MOST_PLACES = 50;

/** A group of findings as one card: what is wrong, where, what was expected, what to do, and the message. */
export function findingCard(kind: string, group: FindingGroup, exchanges: ExchangeWriter, lang: Lang): Html {
  const [first, ...others] = group.findings;
  const nl = lang === 'nl';
  const shown = [...new Set([first.place.exchange, ...first.exchanges])].filter((id) => id !== '');
  return html`<article class="card ${classOf(kind)}" id="${anchor('bevinding', first.id)}">
${verdictWord(kind, lang)}
<h3>${first.title[lang]}</h3>
${first.harm === undefined ? null : html`<p class="harm">${first.harm[lang]}</p>`}
<dl>${[
  row(nl ? 'Verwacht' : 'Expected', first.expected[lang]),
  row(nl ? 'Aangetroffen' : 'Actual', html`<span class="plain">${first.actual}</span>`),
  row(nl ? 'Waar' : 'Where', place(first, lang)),
  row(nl ? 'Wat nu' : 'Next step', html`<span class="next">${first.next[lang]}</span>`),
  ...requirementRows(first, group.requirement, lang),
  row(nl ? 'Rol, testgeval' : 'Role, test case', html`${first.role}${first.case === null ? null : html`, <a href="#${anchor('geval', first.case.id)}">${first.case.id}</a> (${nl ? 'poging' : 'attempt'} ${first.case.attempt})`}`),
  row(nl ? 'Tijd' : 'Time', instant(first.at, lang)),
  row(nl ? 'Oorzaak' : 'Cause', wordFor(CAUSES, first.cause, lang)),
  row(nl ? 'Regel' : 'Rule', html`<code>${first.rule}</code>, ${nl ? 'bevinding' : 'finding'} <span class="mono">${first.id}</span>${kind === 'safety' ? html`, ${nl ? 'ernst volgens de bron' : 'severity by the source'}: ${wordFor(SEVERITIES, first.severity, lang).toLowerCase()}` : null}`),
]}</dl>
${shown.map((id) => exchanges.show(id))}
${others.length === 0 ? null : html`<p><b>${nl ? `Nog ${others.length} keer gezien:` : `Seen ${others.length} more ${others.length === 1 ? 'time' : 'times'}:`}</b></p><ul>${others.slice(0, MOST_PLACES).map((each) => html`<li id="${anchor('bevinding', each.id)}">${place(each, lang)}${each.actual === first.actual ? null : html`: <span class="plain">${each.actual}</span>`}</li>`)}</ul>${others.length > MOST_PLACES ? html`<p class="soft">${nl ? `En nog ${others.length - MOST_PLACES}; alle staan in result.json.` : `And ${others.length - MOST_PLACES} more; all are in result.json.`}${others.slice(MOST_PLACES).map((each) => html`<span id="${anchor('bevinding', each.id)}"></span>`)}</p>` : null}`}
</article>`;
}

const PARTS: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  request: { nl: 'verzoek', en: 'request' }, response: { nl: 'antwoord', en: 'response' }, tls: { nl: 'TLS', en: 'TLS' }, connection: { nl: 'verbinding', en: 'connection' },
};
function place(finding: Finding, lang: Lang): Part {
  return html`${finding.place.exchange === '' ? null : html`${exchangeLink(finding.place.exchange)}, `}${wordFor(PARTS, finding.place.part, lang)}, <code>${finding.place.path}</code>${positionWords(finding.place, lang)}`;
}

function requirementRows(finding: Finding, requirement: RequirementResult | null, lang: Lang): readonly Part[] {
  const nl = lang === 'nl';
  if (requirement === null) return [row(nl ? 'Eis' : 'Requirement', finding.requirement)];
  return [
    row(nl ? 'Eis' : 'Requirement', html`${requirementLink(finding.requirement)}: <span lang="en">${requirement.requirement.statement}</span>`),
    row(nl ? 'Bron' : 'Source', sourceOf(requirement, lang)),
    row(nl ? 'Hoe zeker' : 'How sure', sureness(requirement, lang)),
  ];
}
