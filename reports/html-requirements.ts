import type { RequirementResult } from '../model/result.ts';
import { anchor, html } from './h.ts';
import type { Html } from './h.ts';
import { classOf, exchangeLink, findingLink, row, sourceOf, sureness, verdictWord } from './html-parts.ts';
import { CAUSES, wordFor } from './words.ts';
import type { OpenReason } from './view.ts';
import type { Lang } from './words.ts';

/** A requirement that needs attention although no finding tells about it, as a card. */
export function requirementCard(result: RequirementResult, lang: Lang): Html {
  const nl = lang === 'nl';
  return html`<article class="card ${classOf(result.verdict)}">
${verdictWord(result.verdict, lang)}
<h3><a href="#${anchor('eis', result.requirement.id)}">${result.requirement.id}</a>: <span lang="en">${result.requirement.statement}</span></h3>
<dl>${[
  row(nl ? 'Waarom' : 'Why', result.reason?.[lang]),
  row(nl ? 'Oorzaak' : 'Cause', result.cause === null ? null : wordFor(CAUSES, result.cause, lang)),
  row(nl ? 'Rollen' : 'Roles', result.roles.join(', ')),
  row(nl ? 'Bron' : 'Source', sourceOf(result, lang)),
  row(nl ? 'Testdoelen' : 'Test purposes', openPurposes(result, lang)),
]}</dl></article>`;
}

/** Requirements that are open for one reason: a few as cards of their own, many as one card with a table, so that the reason is read once. */
export function openCards({ verdict, reason, requirements }: OpenReason, lang: Lang): readonly Html[] {
  if (requirements.length <= FEW) return requirements.map((each) => requirementCard(each, lang));
  const nl = lang === 'nl';
  const causes = [...new Set(requirements.flatMap((each) => (each.cause === null ? [] : [wordFor(CAUSES, each.cause, lang)])))];
  return [html`<article class="card ${classOf(verdict)}">
${verdictWord(verdict, lang)}
<h3>${reason?.[lang] ?? (nl ? 'Geen reden bekend' : 'No reason known')}</h3>
<dl>${[row(nl ? 'Hoeveel' : 'How many', nl ? `${requirements.length} eisen` : `${requirements.length} requirements`), row(nl ? 'Oorzaak' : 'Cause', causes.join(', '))]}</dl>
<table><thead><tr><th>${nl ? 'Eis' : 'Requirement'}</th><th>${nl ? 'Wat de bron vraagt' : 'What the source asks'}</th><th>${nl ? 'Rollen' : 'Roles'}</th></tr></thead><tbody>
${requirements.map((each) => html`<tr><td class="id"><a href="#${anchor('eis', each.requirement.id)}">${each.requirement.id}</a></td><td lang="en">${each.requirement.statement}</td><td>${each.roles.join(', ')}</td></tr>`)}
</tbody></table></article>`];
}
const FEW = 3;

function openPurposes(result: RequirementResult, lang: Lang): Html | null {
  const open = result.purposes.filter((each) => each.verdict !== 'pass' && each.verdict !== 'not-applicable');
  return open.length === 0 ? null : html`<ul>${open.map((each) => html`<li>${each.purpose.title[lang]} (${each.purpose.role})${each.reason === null ? null : html`: ${each.reason[lang]}`}</li>`)}</ul>`;
}

/** Requirements with the reason why they have no verdict. */
export function reasonTable(results: readonly RequirementResult[], lang: Lang): Html {
  const nl = lang === 'nl';
  return html`<table><thead><tr><th>${nl ? 'Eis' : 'Requirement'}</th><th>${nl ? 'Wat de bron vraagt' : 'What the source asks'}</th><th>${nl ? 'Waarom niet' : 'Why not'}</th></tr></thead><tbody>
${results.map((each) => html`<tr><td class="id"><a href="#${anchor('eis', each.requirement.id)}">${each.requirement.id}</a></td><td lang="en">${each.requirement.statement}</td><td>${each.reason?.[lang]}</td></tr>`)}
</tbody></table>`;
}

/** Every requirement of the claim with source, verdict, evidence and findings: the place to which findings link. */
export function register(results: readonly RequirementResult[], lang: Lang): readonly Html[] {
  return results.map((result) => registerEntry(result, lang));
}

/** One requirement in a `<details>`. */
export function registerEntry(result: RequirementResult, lang: Lang): Html {
  const nl = lang === 'nl';
  const { requirement } = result;
  return html`<details id="${anchor('eis', requirement.id)}"><summary>${verdictWord(result.verdict, lang)} <b>${requirement.id}</b> <span lang="en">${requirement.statement}</span></summary><div class="inside">
<dl>${[
  row(nl ? 'Bron' : 'Source', sourceOf(result, lang)),
  row(nl ? 'Adres' : 'Address', requirement.source.url),
  row(nl ? 'Hoe zeker' : 'How sure', sureness(result, lang)),
  row(nl ? 'Rollen' : 'Roles', result.roles.join(', ')),
  row(nl ? 'Waarom' : 'Why', result.reason?.[lang]),
  row(nl ? 'Bevindingen' : 'Findings', result.findings.length === 0 ? null : result.findings.map((id, i) => html`${i === 0 ? '' : ', '}${findingLink(id)}`)),
]}</dl>
${result.purposes.map((each) => html`<p>${verdictWord(each.verdict, lang)} ${each.purpose.title[lang]} <small>(${each.purpose.role}${each.purpose.stimulus.valid ? '' : `; ${nl ? 'bewust fout gestuurd' : 'sent wrong on purpose'}: ${each.purpose.stimulus.name}`})</small></p>
${each.reason === null ? null : html`<p class="soft">${each.reason[lang]}</p>`}
${each.evidence.length === 0 ? null : html`<ul>${each.evidence.map((evidence) => html`<li>${evidence.exchange === '' ? null : html`${exchangeLink(evidence.exchange)}: `}<span class="plain">${evidence.seen}</span> <small><code>${evidence.rule}</code></small></li>`)}</ul>`}`)}
</div></details>`;
}
