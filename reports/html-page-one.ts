import type { RunResult } from '../model/result.ts';
import { anchor, html, outside } from './h.ts';
import type { Html } from './h.ts';
import { classOf, row, verdictWord } from './html-parts.ts';
import { duration, instant } from './time.ts';
import type { ResultView } from './view.ts';
import { DOUBT, VERDICT_ORDER } from './words.ts';
import type { Lang } from './words.ts';

/** Page one: what this paper is and is not, what was tested, against which text, and how much of the claim. */
export function pageOne(result: RunResult, view: ResultView, lang: Lang): Html {
  const nl = lang === 'nl';
  const { ics, run, summary } = result;
  return html`<div class="page-one"><header>
<p class="soft">${nl ? 'Testrapport van Toetssteen' : 'Toetssteen test report'} · ${instant(run.finishedAt, lang)}</p>
<h1>${ics.product} ${ics.version}</h1>
<p class="soft">${ics.supplier} · ${result.organisation.name} (URA ${result.organisation.ura})</p>
</header>
<div class="notice">
<p><b>${nl ? 'Dit is geen certificaat.' : 'This is not a certificate.'}</b> ${nl
  ? 'Het zegt wat op dit moment met testgegevens is gezien, en wat niet is getest.'
  : 'It says what was seen at this moment with test data, and what was not tested.'}</p>
<p>${nl
  ? html`De tekst van de normen zelf is niet geraadpleegd: getoetst is aan <a href="#bronnen">${result.sources.length} openbare bronnen</a>, met versie.`
  : html`The text of the norms themselves was not consulted: the test is against <a href="#bronnen">${result.sources.length} public sources</a>, with version.`}</p>
<p>${run.witnessedBy === null
  ? (nl ? 'Zelf uitgevoerd, zonder onafhankelijke waarnemer.' : 'Self-run, without an independent witness.')
  : html`${nl ? 'Bijgewoond door' : 'Witnessed by'} <b>${run.witnessedBy}</b>.`}</p>
</div>
${trouble(result, lang)}
${headline(result, view, lang)}
${mainPoints(view, lang)}
${whyOpen(result, view, lang)}
<dl>${[
  row(nl ? 'Rollen' : 'Roles', ics.roles.join(', ')),
  row(nl ? 'Profielen' : 'Profiles', ics.profiles.join(', ')),
  row(nl ? 'Onderdelen' : 'Parts', ics.parts.map((part) => `${part.name}${part.version === undefined ? '' : ` ${part.version}`} (${part.supplier})`).join('; ')),
  row(nl ? 'Uitgevoerd' : 'Executed', `${instant(run.startedAt, lang)} – ${instant(run.finishedAt, lang)} (${duration(run.finishedAt - run.startedAt)})`),
  row(nl ? 'Afsluitcode' : 'Exit code', html`${summary.exitCode} (${summary.exitReason[lang]})`),
]}</dl>
${amount(result, view, lang)}
${packages(result, lang)}
${sources(result, lang)}</div>`;
}

/** What makes the rest of the report doubtful goes before it. */
function trouble(result: RunResult, lang: Lang): Html | null {
  const nl = lang === 'nl';
  const failed = result.configuration.filter((check) => !check.ok);
  if (result.harnessErrors.length + failed.length === 0) return null;
  return html`<div class="card v-fail">
${result.harnessErrors.length === 0 ? null : html`<p><b>${nl ? 'Toetssteen zelf ging in de fout; de uitkomsten zijn daardoor niet volledig.' : 'Toetssteen itself went wrong; the results are therefore not complete.'}</b></p><ul>${result.harnessErrors.map((error) => html`<li class="plain">${error}</li>`)}</ul>`}
${failed.length === 0 ? null : html`<p><b>${nl ? 'De configuratie klopt niet; los dit eerst op.' : 'The configuration is not right; solve this first.'}</b></p><ul>${failed.map((check) => html`<li><code>${check.check}</code>: ${check.detail}</li>`)}</ul>`}
</div>`;
}

function headline(result: RunResult, view: ResultView, lang: Lang): Html {
  const nl = lang === 'nl';
  const { verdicts, safetyFindings } = result.summary;
  const number = (kind: string, n: number, one: string, more: string): Html => html`<li class="${classOf(n === 0 ? 'not-tested' : kind)}"><b>${n}</b>${n === 1 ? one : more}</li>`;
  return html`<ul class="big">${[
    number('safety', safetyFindings, nl ? 'veiligheidsbevinding' : 'safety finding', nl ? 'veiligheidsbevindingen' : 'safety findings'),
    number('fail', verdicts.fail, nl ? 'eis gefaald' : 'requirement failed', nl ? 'eisen gefaald' : 'requirements failed'),
    number('inconclusive', verdicts.inconclusive, nl ? 'eis onbeslist' : 'requirement inconclusive', nl ? 'eisen onbeslist' : 'requirements inconclusive'),
    number('warning', verdicts.warning, nl ? 'eis met waarschuwing' : 'requirement with a warning', nl ? 'eisen met waarschuwing' : 'requirements with a warning'),
    number('pass', verdicts.pass, nl ? 'eis geslaagd' : 'requirement passed', nl ? 'eisen geslaagd' : 'requirements passed'),
    view.waiting.length === 0 ? null : number('inconclusive', view.waiting.length, nl ? 'testgeval wacht' : 'test case waits', nl ? 'testgevallen wachten' : 'test cases wait'),
  ]}</ul>`;
}

/** The gravest findings by name, so that page one alone tells what to do tomorrow. */
function mainPoints(view: ResultView, lang: Lang): Html | null {
  const points = [
    ...view.groups.safety.map((group) => ({ kind: 'safety', group })),
    ...view.groups.fail.map((group) => ({ kind: 'fail', group })),
  ];
  if (points.length === 0) return null;
  const more = points.length - MOST_POINTS;
  return html`<ul class="points">${points.slice(0, MOST_POINTS).map(({ kind, group: { findings: [first, ...others] } }) => html`<li>${verdictWord(kind, lang)} <a href="#${anchor('bevinding', first.id)}">${first.title[lang]}</a> <small>${first.requirement}, ${first.role}${others.length === 0 ? '' : `, ${others.length + 1}×`}</small></li>`)}</ul>${more <= 0 ? null : html`<p class="soft">${lang === 'nl' ? `En nog ${more}, zie Gefaald.` : `And ${more} more, see Failures.`}</p>`}`;
}
const MOST_POINTS = 12;

/** Why requirements stayed without a verdict, and what the check of the configuration doubted: often one thing explains many. */
function whyOpen(result: RunResult, view: ResultView, lang: Lang): Html | null {
  if (view.openReasons.length === 0) return null;
  const nl = lang === 'nl';
  const more = view.openReasons.slice(MOST_REASONS).reduce((sum, each) => sum + each.requirements.length, 0);
  const doubts = result.configuration.filter((check) => check.ok && check.detail.startsWith(DOUBT[lang]));
  return html`<h3>${nl ? 'Waarom eisen zonder oordeel bleven' : 'Why requirements stayed without a verdict'}</h3>
<table><tbody>${view.openReasons.slice(0, MOST_REASONS).map(({ verdict, reason, requirements }) => html`<tr><td class="n"><b>${requirements.length}</b></td><td>${verdictWord(verdict, lang)}</td><td>${reason?.[lang] ?? (nl ? 'geen reden bekend' : 'no reason known')} <small>${requirements.slice(0, 3).map((each, at) => html`${at === 0 ? '' : ', '}<a href="#${anchor('eis', each.requirement.id)}">${each.requirement.id}</a>`)}${requirements.length > 3 ? ' …' : ''}</small></td></tr>`)}
${more === 0 ? null : html`<tr><td class="n"><b>${more}</b></td><td></td><td>${nl ? 'om andere redenen' : 'for other reasons'}</td></tr>`}</tbody></table>
${doubts.length === 0 ? null : html`<p>${nl ? 'De controle vooraf had hier twijfel over; dat kan de oorzaak zijn:' : 'The check beforehand doubted this; it may be the cause:'}</p><ul>${doubts.map((check) => html`<li>${check.check}: ${check.detail.slice(DOUBT[lang].length)}</li>`)}</ul>`}`;
}
const MOST_REASONS = 6;

function amount(result: RunResult, view: ResultView, lang: Lang): Html {
  const nl = lang === 'nl';
  const { verdicts, claimed, planned } = result.summary;
  const kinds = VERDICT_ORDER.filter((verdict) => verdicts[verdict] > 0);
  return html`<h3>${nl ? 'Hoeveel van de claim is getest' : 'How much of the claim was tested'}</h3>
<p class="lead">${nl
  ? html`<b>${view.tested} van ${claimed}</b> geclaimde eisen zijn getest. ${planned === 0 ? '' : planned === 1 ? '1 eis is in deze versie van Toetssteen nog niet gebouwd en telt hier mee als niet getest.' : `${planned} eisen zijn in deze versie van Toetssteen nog niet gebouwd en tellen hier mee als niet getest.`}`
  : html`<b>${view.tested} of ${claimed}</b> claimed requirements were tested. ${planned === 0 ? '' : planned === 1 ? '1 requirement is not built yet in this version of Toetssteen and counts here as not tested.' : `${planned} requirements are not built yet in this version of Toetssteen and count here as not tested.`}`}</p>
<div class="bar" aria-hidden="true">${kinds.map((verdict) => html`<span class="${classOf(verdict)}" style="flex:${verdicts[verdict]}"></span>`)}</div>
<table><thead><tr><th>${nl ? 'Uitkomst' : 'Verdict'}</th><th class="n">${nl ? 'Eisen' : 'Requirements'}</th><th>${nl ? 'Betekenis' : 'Meaning'}</th></tr></thead><tbody>
${VERDICT_ORDER.map((verdict) => html`<tr><td>${verdictWord(verdict, lang)}</td><td class="n">${verdicts[verdict]}</td><td class="soft">${MEANINGS[verdict][lang]}${verdict === 'not-tested' && planned > 0 ? (nl ? ` Hiervan nog niet gebouwd: ${planned}.` : ` Of these not built yet: ${planned}.`) : ''}</td></tr>`)}
</tbody></table>`;
}

/** Against which texts. Folded on a screen, so that what was found stands near; open on paper (html-style.ts). */
function sources(result: RunResult, lang: Lang): Html {
  const nl = lang === 'nl';
  return html`<details id="bronnen"><summary><b>${nl ? 'Bronnen en uitgaven' : 'Sources and editions'}</b> (${result.sources.length})</summary><table><thead><tr><th>Document</th><th>${nl ? 'Versie' : 'Version'}</th><th class="n">${nl ? 'Eisen' : 'Requirements'}</th></tr></thead><tbody>
${result.sources.map((source) => html`<tr><td>${outside(source.url, source.document)}</td><td>${source.version}</td><td class="n">${source.requirements}</td></tr>`)}
</tbody></table></details>`;
}

/** Which profiles a message could be judged by: without their packages a profile is not tested. */
function packages(result: RunResult, lang: Lang): Html {
  const nl = lang === 'nl';
  const lacking = result.requirements.filter((one) => one.lacks === 'package').length;
  const list = result.packages.map((one) => html`<li>${one.name} ${one.version} <small>sha256 ${one.sha256.slice(0, 16)}…</small></li>`);
  const missing = lacking === 0 ? '' : nl
    ? html`<p><b>${lacking}</b> ${lacking === 1 ? 'eis is' : 'eisen zijn'} niet getest omdat een FHIR-pakket ontbreekt: zie <code>toetssteen packages</code>.</p>`
    : html`<p><b>${lacking}</b> ${lacking === 1 ? 'requirement was' : 'requirements were'} not tested because a FHIR package is missing: see <code>toetssteen packages</code>.</p>`;
  return html`<h3>${nl ? 'FHIR-definities' : 'FHIR definitions'}</h3>
<ul><li>${nl ? 'FHIR STU3 3.0.1 en R4 4.0.1, de tabellen van Toetssteen' : 'FHIR STU3 3.0.1 and R4 4.0.1, the tables of Toetssteen'}</li>${list}</ul>${missing}`;
}

const MEANINGS = {
  fail: { nl: 'Een goed onderbouwde eis is aantoonbaar geschonden.', en: 'A well-founded requirement was seen to be violated.' },
  inconclusive: { nl: 'Geprobeerd, maar er is te weinig gezien om te oordelen.', en: 'Tried, but too little was seen to judge.' },
  warning: { nl: 'Geschonden, maar de eis is een aanbeveling of minder zeker.', en: 'Violated, but the requirement is a recommendation or less sure.' },
  pass: { nl: 'Voor elk testdoel is het vereiste bewijs gezien.', en: 'The required evidence was seen for each test purpose.' },
  'not-tested': { nl: 'Niet uitgevoerd; zegt niets over het product.', en: 'Not executed; says nothing about the product.' },
  'not-applicable': { nl: 'De claim zegt dat dit niet geldt.', en: 'The claim says that this does not apply.' },
} as const;
