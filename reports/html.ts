import type { RunResult } from '../model/result.ts';
import { html } from './h.ts';
import type { Html } from './h.ts';
import { caseTable, waitCard } from './html-cases.ts';
import { ExchangeWriter } from './html-exchange.ts';
import { findingCard } from './html-findings.ts';
import { exchangeLink, row, section } from './html-parts.ts';
import { pageOne } from './html-page-one.ts';
import { openCards, reasonTable, register, requirementCard } from './html-requirements.ts';
import { STYLE } from './html-style.ts';
import { instant } from './time.ts';
import { viewOfResult } from './view.ts';
import type { FindingGroup, ResultView } from './view.ts';
import type { Lang } from './words.ts';

/**
 * The report as one self-contained page, gravest first: no script, no outside resource, every value escaped.
 * Readable without a mouse, on paper and in the dark.
 */
export function renderHtml(result: RunResult, lang: Lang): string {
  const nl = lang === 'nl';
  const view = viewOfResult(result);
  const sections = bodyOf(result, view, lang).filter((each) => each.body !== null);
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${nl ? 'Testrapport' : 'Test report'} ${result.ics.product} ${result.ics.version}</title>
${STYLE}</head><body>
<main>${pageOne(result, view, lang)}
<nav aria-label="${nl ? 'Inhoud' : 'Contents'}"><h2>${nl ? 'Inhoud' : 'Contents'}</h2><ul>${sections.map((each) => html`<li><a href="#${each.id}">${each.title}</a></li>`)}</ul></nav>
${sections.map((each) => each.body)}
</main>
<footer><p class="soft">${nl
  ? 'Tokens en geheimen staan in dit rapport als hun eerste vier tekens, … en het begin van hun SHA-256; wat gelijk is, ziet er gelijk uit. Alle personen en organisaties zijn verzonnen.'
  : 'Tokens and secrets stand in this report as their first four characters, … and the start of their SHA-256; what is equal looks equal. All persons and organisations are fictitious.'}</p></footer>
</body></html>
`.toString();
}

interface Section { readonly id: string; readonly title: string; readonly body: Html | null }

/** All sections in reading order; the exchanges come out in full at their first mention, so the order of writing is the order of reading. */
function bodyOf(result: RunResult, view: ResultView, lang: Lang): readonly Section[] {
  const nl = lang === 'nl';
  const exchanges = new ExchangeWriter(result.exchanges, lang);
  const made: Section[] = [];
  const add = (id: string, title: string, body: Parameters<typeof section>[2]): void => {
    made.push({ id, title, body: section(id, title, body) });
  };
  const cards = (kind: string, groups: readonly FindingGroup[]): readonly Html[] => groups.map((group) => findingCard(kind, group, exchanges, lang));
  const times = (n: number, title: string): string => `${title} (${n})`;
  const { groups, byVerdict } = view;

  add('veiligheid', times(groups.safety.length, nl ? 'Veiligheidsbevindingen' : 'Safety findings'), cards('safety', groups.safety));
  add('gefaald', times(groups.fail.length + view.failedWithoutFinding.length, nl ? 'Gefaald' : 'Failures'), [...cards('fail', groups.fail), ...view.failedWithoutFinding.map((each) => requirementCard(each, lang))]);
  add('waarschuwingen', times(groups.warning.length, nl ? 'Waarschuwingen' : 'Warnings'), cards('warning', groups.warning));
  add('opmerkingen', times(groups.remark.length, nl ? 'Opmerkingen' : 'Remarks'), cards('remark', groups.remark));
  add('wachtend', times(view.waiting.length, nl ? 'Wacht op iemand' : 'Waiting for somebody'), view.waiting.map((each) => waitCard(each, lang)));
  add('onbeslist', times(byVerdict.inconclusive.length, nl ? 'Onbeslist' : 'Inconclusive'), [...cards('inconclusive', groups.inconclusive), ...view.openReasons.filter((each) => each.verdict === 'inconclusive').flatMap((each) => openCards(each, lang))]);
  add('niet-getest', times(view.notTestedOther.length, nl ? 'Niet getest' : 'Not tested'), view.notTestedOther.length === 0 ? null : reasonTable(view.notTestedOther, lang));
  add('gepland', times(view.notTestedPlanned.length, nl ? 'Niet getest: nog niet gebouwd' : 'Not tested: not built yet'), view.notTestedPlanned.length === 0 ? null : reasonTable(view.notTestedPlanned, lang));
  add('niet-van-toepassing', times(byVerdict['not-applicable'].length, nl ? 'Niet van toepassing' : 'Not applicable'), byVerdict['not-applicable'].length === 0 ? null : reasonTable(byVerdict['not-applicable'], lang));
  add('geslaagd', times(byVerdict.pass.length, nl ? 'Geslaagd, met bewijs' : 'Passed, with evidence'), register(byVerdict.pass, lang));
  add('eisen', times(result.requirements.length - byVerdict.pass.length, nl ? 'De overige eisen, met bron' : 'The other requirements, with source'), register(result.requirements.filter((each) => !byVerdict.pass.includes(each)), lang));
  add('testgevallen', times(result.cases.length, nl ? 'Testgevallen' : 'Test cases'), result.cases.length === 0 ? null : caseTable(result.cases, lang));
  add('bak', times(result.tray.length, nl ? 'Berichten die bij geen testgeval horen' : 'Exchanges that belong to no test case'), result.tray.length === 0 ? null : html`<ul>${result.tray.map((each) => html`<li>${exchangeLink(each.exchange)}: ${each.why[lang]}</li>`)}</ul>`);
  add('simulator', times(result.simulatorFindings.length, nl ? 'Fouten van onze eigen simulators' : 'Errors of our own simulators'), simulatorFindings(result, exchanges, lang));
  add('configuratie', times(result.configuration.length, nl ? 'Controles van de configuratie' : 'Configuration checks'), configuration(result, lang));
  add('feiten', nl ? 'Gegevens van deze uitvoering' : 'Facts of this run', facts(result, lang));
  add('berichten', nl ? 'Overige berichten' : 'Other exchanges', exchanges.rest());
  return made;
}

function simulatorFindings(result: RunResult, exchanges: ExchangeWriter, lang: Lang): readonly Html[] {
  const why = html`<p class="soft">${lang === 'nl' ? 'Deze tellen niet mee in het oordeel over het product.' : 'These do not count in the judgement of the product.'}</p>`;
  if (result.simulatorFindings.length === 0) return [];
  return [why, ...result.simulatorFindings.map((finding) => findingCard('simulator', { findings: [finding], requirement: null }, exchanges, lang))];
}

function configuration(result: RunResult, lang: Lang): Html | null {
  const nl = lang === 'nl';
  if (result.configuration.length === 0) return null;
  return html`<table><thead><tr><th>${nl ? 'Controle' : 'Check'}</th><th>${nl ? 'Uitkomst' : 'Result'}</th><th>${nl ? 'Gezien' : 'Seen'}</th></tr></thead><tbody>
${result.configuration.map((check) => html`<tr><td><code>${check.check}</code></td><td>${check.ok ? html`<span class="verdict v-pass">✓ ${nl ? 'goed' : 'good'}</span>` : html`<span class="verdict v-fail">✕ ${nl ? 'fout' : 'wrong'}</span>`}</td><td>${check.detail}</td></tr>`)}</tbody></table>`;
}

function facts(result: RunResult, lang: Lang): Html {
  const nl = lang === 'nl';
  const { run, ics } = result;
  const yes = (value: boolean): string => (value ? (nl ? 'ja' : 'yes') : nl ? 'nee' : 'no');
  const { options } = ics;
  return html`<dl>${[
    row(nl ? 'Uitvoering' : 'Run', html`<span class="mono">${run.id}</span>`),
    row('Toetssteen', `${run.toetssteen} (Node ${run.node}, ${result.schema})`),
    row(nl ? 'Begonnen' : 'Started', instant(run.startedAt, lang)),
    row(nl ? 'Afgesloten' : 'Finished', instant(run.finishedAt, lang)),
    row(nl ? 'Hervat' : 'Continued', String(run.continuations)),
    row(nl ? 'Klokverschil met het product' : 'Clock offset of the product', clockOffset(run.clockOffsetMs, nl)),
    row(nl ? 'Tijd' : 'Time', run.virtualTime ? (nl ? 'virtueel: alle partijen waren van Toetssteen' : 'virtual: all parties belonged to Toetssteen') : nl ? 'echte tijd' : 'real time'),
    row(nl ? 'Bijgewoond' : 'Witnessed', run.witnessedBy ?? (nl ? 'nee' : 'no')),
    row(nl ? 'Adressering' : 'Addressing', options.addressing),
    row(nl ? 'Inhoud van de melding' : 'Content of the notification', options.notificationContent),
    row(nl ? 'Formaten' : 'Formats', options.formats.join(', ')),
    row(nl ? 'Zoekvragen' : 'Query list', options.queryList),
    row('Workflow Task', yes(options.workflowTask)),
    row('Authorization base', yes(options.authorizationBase)),
    row(nl ? 'Intrekken, vernieuwen' : 'Cancel, renew', `${yes(options.cancellation)}, ${yes(options.renewal)}`),
    row(nl ? 'Dubbele Tasks mogelijk' : 'Duplicate Tasks possible', yes(options.duplicatesPossible)),
    row(nl ? 'Toont een kaart' : 'Shows a map', yes(options.showsMap)),
    row(nl ? 'Extra fictieve BSN\'s' : 'Extra fictitious BSNs', ics.extraBsns.map((each) => `${each.bsn} (${each.declaredBy})`).join(', ')),
  ]}</dl>`;
}


/** Tokens live for a minute or so: some seconds of difference already make right ones look wrong. */
function clockOffset(ms: number | null, nl: boolean): string {
  if (ms === null) return nl ? 'niet gemeten' : 'not measured';
  const side = ms < 0 ? (nl ? 'achter' : 'behind') : nl ? 'voor' : 'ahead';
  const value = `${Math.abs(ms)} ms ${side}`;
  return Math.abs(ms) <= 5000 ? value : nl ? `${value}: zoveel dat geldige tokens verlopen of te vroeg kunnen lijken` : `${value}: so much that valid tokens may seem expired or too early`;
}
