import type { RequirementResult, RunResult, Verdict } from '../model/result.ts';
import type { Text } from '../model/text.ts';
import { duration, instant } from './time.ts';
import { viewOfResult } from './view.ts';
import type { FindingGroup, ResultView } from './view.ts';
import { VERDICTS } from './words.ts';
import { positionWords } from './position.ts';
import type { Lang } from './words.ts';

const COLUMNS = 80;
const MOST_LINES = 30;
const MOST_WAITS = 3;
const MOST_REASONS = 3;
/** So few findings leave room to write their titles and next steps out. */
const FEW = 4;
type Colour = 'red' | 'yellow' | 'magenta' | 'green' | 'bold' | 'dim';
const CODES: Readonly<Record<Colour, number>> = { red: 31, yellow: 33, magenta: 35, green: 32, bold: 1, dim: 2 };

export interface SummaryOptions {
  /** Colours, only when the output is a terminal. Default false. */
  readonly tty?: boolean;
}

/**
 * The result for a terminal: gravest first, then counts, at most 30 lines of 80 columns; the last lines are the exit code
 * and its reason. Control characters out of data never reach the terminal.
 */
export function renderSummary(result: RunResult, lang: Lang, options: SummaryOptions = {}): string {
  const nl = lang === 'nl';
  const paint = (text: string, colour: Colour): string => (options.tty === true && text !== '' ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text);
  const view = viewOfResult(result);
  const head = [
    paint(line(`Toetssteen: ${result.ics.product} ${result.ics.version} (${result.ics.roles.join(', ')})`), 'bold'),
    paint(line(`${nl ? 'Geen certificaat.' : 'Not a certificate.'} ${instant(result.run.finishedAt, lang)}, ${duration(result.run.finishedAt - result.run.startedAt)}, ${result.run.id}`), 'dim'),
    ...trouble(result, lang).map((each) => paint(each, 'red')),
  ];
  const foot = [...counts(result, view.tested, lang).map(line), ...exitLines(result, lang).map((each) => paint(each, result.summary.exitCode === 0 ? 'green' : 'bold'))];
  const waits = waitLines(result, lang);
  const opens = openLines(view, lang);
  const room = MOST_LINES - head.length - foot.length - waits.length - opens.length - 2;
  const groups: readonly [FindingGroup, Kind][] = [
    ...view.groups.safety.map((group): [FindingGroup, Kind] => [group, 'safety']),
    ...view.groups.fail.map((group): [FindingGroup, Kind] => [group, 'fail']),
    ...view.groups.warning.map((group): [FindingGroup, Kind] => [group, 'warning']),
  ];
  const body: string[] = [];
  for (const each of view.failedWithoutFinding.slice(0, 5)) body.push(paint(line(`✕ ${each.requirement.id} ${each.reason?.[lang] ?? each.requirement.statement}`), 'red'));
  let shown = 0;
  for (const [group, kind] of groups) {
    const twice = groups.some(([other, otherKind]) => other !== group && otherKind === kind && other.findings[0].requirement === group.findings[0].requirement && other.findings[0].title.nl === group.findings[0].title.nl);
    const lines = findingLines(group, kind, lang, groups.length <= FEW, twice);
    if (body.length + lines.length > room - 1) break;
    body.push(...lines.map((each, i) => (i === 0 ? paint(each, COLOUR_OF[kind]) : each)));
    shown++;
  }
  if (shown < groups.length) body.push(paint(line(nl ? `  … en nog ${groups.length - shown}; alles staat in report.html` : `  … and ${groups.length - shown} more; all is in report.html`), 'dim'));
  return `${[...head, ...spaced(body), ...waits.map((each) => paint(each, 'magenta')), ...spaced(opens), '', ...foot].join('\n')}\n`;
}

type Kind = 'safety' | 'fail' | 'warning';
const COLOUR_OF: Readonly<Record<Kind, Colour>> = { safety: 'red', fail: 'red', warning: 'yellow' };

function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

/** Title and next step; a warning is one line. `twice`: another role did the same, so that the role has to be told. */
function findingLines(group: FindingGroup, kind: Kind, lang: Lang, written: boolean, twice: boolean): readonly string[] {
  const [first, ...others] = group.findings;
  const details = [...(twice ? [first.role] : []), ...(others.length === 0 ? [] : [`${others.length + 1}×`])];
  const times = details.length === 0 ? '' : ` (${details.join(', ')})`;
  const mark = kind === 'safety' ? (lang === 'nl' ? '‼ VEILIGHEID' : '‼ SAFETY') : kind === 'fail' ? '✕' : '!';
  const title = wrapped(`${mark} ${first.requirement} ${first.title[lang]}${times}`, written ? 2 : 1, '  ');
  if (kind === 'warning') return title;
  return [...title, line(`  ${first.place.exchange} ${first.place.path}${positionWords(first.place, lang)}: ${first.actual}`), ...wrapped(`  → ${first.next[lang]}`, written ? 2 : 1, '    ')];
}

function waitLines(result: RunResult, lang: Lang): readonly string[] {
  const waiting = result.cases.filter((each) => each.waiting !== null);
  const lines = waiting.slice(0, MOST_WAITS).flatMap((each) => wrapped(`… ${each.id}: ${each.waiting?.who[lang] ?? ''}: ${each.waiting?.what[lang] ?? ''}`, waiting.length <= 2 ? 2 : 1, '  '));
  const more = waiting.length - MOST_WAITS;
  return more > 0 ? [...lines, lang === 'nl' ? `… en nog ${more} testgevallen wachten` : `… and ${more} more test cases wait`] : lines;
}

/** The reasons for which most requirements stayed without a verdict; waits, which are told apart, come first. */
function openLines(view: ResultView, lang: Lang): readonly string[] {
  const shown = view.openReasons.slice(0, MOST_REASONS);
  const rest = view.openReasons.slice(MOST_REASONS).reduce((sum, each) => sum + each.requirements.length, 0);
  const lines = shown.flatMap(({ verdict, reason, requirements }) =>
    wrapped(`${VERDICTS[verdict].mark} ${requirements.length}× ${requirements.length === 1 ? `${requirements[0].requirement.id}: ` : ''}${whyOpen(reason, requirements, lang)}`, 2, '  '));
  return rest === 0 ? lines : [...lines, lang === 'nl' ? `  … en nog ${rest} eisen om andere redenen` : `  … and ${rest} more requirements for other reasons`];
}

/** The reason; of what lacks a package the way to get it, as the addresses of profiles would push that out of sight. */
function whyOpen(reason: Text | null, requirements: readonly RequirementResult[], lang: Lang): string {
  if (!requirements.every((each) => each.lacks === 'package')) return reason?.[lang] ?? '';
  return lang === 'nl' ? 'er ontbreekt een FHIR-pakket: toetssteen packages add <bestand>, daarna packages pin; welk staat in het rapport' : 'a FHIR package is missing: toetssteen packages add <file>, then packages pin; the report says which';
}

function trouble(result: RunResult, lang: Lang): readonly string[] {
  const nl = lang === 'nl';
  return [
    ...result.harnessErrors.slice(0, 3).map((error) => line(`✕ ${nl ? 'fout van Toetssteen' : 'error of Toetssteen'}: ${error}`)),
    ...result.configuration.filter((check) => !check.ok).slice(0, 4).map((check) => line(`✕ ${nl ? 'configuratie' : 'configuration'}: ${check.check}: ${check.detail}`)),
  ];
}

function counts(result: RunResult, tested: number, lang: Lang): readonly string[] {
  const nl = lang === 'nl';
  const { verdicts, claimed, planned, safetyFindings, remarks } = result.summary;
  const count = (verdict: Verdict): string => `${VERDICTS[verdict].mark} ${VERDICTS[verdict][lang].toLowerCase()} ${verdicts[verdict]}`;
  return [
    `${nl ? 'Eisen:' : 'Requirements:'} ${(['fail', 'inconclusive', 'warning', 'pass'] as const).map(count).join('  ')}`,
    `  ${(['not-tested', 'not-applicable'] as const).map(count).join('  ')}  ‼ ${nl ? 'veiligheid' : 'safety'} ${safetyFindings}  i ${nl ? 'opmerkingen' : 'remarks'} ${remarks}`,
    nl ? `Getest: ${tested} van ${claimed} geclaimde eisen; nog niet gebouwd: ${planned}` : `Tested: ${tested} of ${claimed} claimed requirements; not built yet: ${planned}`,
  ];
}

function exitLines(result: RunResult, lang: Lang): readonly string[] {
  return wrapped(`${lang === 'nl' ? 'Afsluitcode' : 'Exit code'} ${result.summary.exitCode}: ${result.summary.exitReason[lang]}`, 3, '');
}

/** A text over at most `most` lines, broken between words; what does not fit is cut with `…`. */
function wrapped(text: string, most: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let rest = plain(text);
  while (lines.length < most - 1 && width(rest) > COLUMNS) {
    const first = line(rest);
    const space = first.lastIndexOf(' ');
    if (space <= indent.length) break;
    lines.push(rest.slice(0, space));
    rest = indent + rest.slice(space + 1);
  }
  return [...lines, line(rest)];
}

/** One line of at most 80 columns. */
function line(text: string): string {
  const shown = plain(text);
  if (width(shown) <= COLUMNS) return shown;
  let out = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(shown)) {
    if (used + width(segment) > COLUMNS - 1) break;
    out += segment;
    used += width(segment);
  }
  return `${out}…`;
}

/** Without control and direction characters: an escape sequence in data must not reach the terminal. */
function plain(text: string): string {
  return text.toWellFormed().replace(/[\s\u0085\u2028\u2029]+/g, (space) => (/[^ ]/.test(space) ? ' ' : space)).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\uFFFD');
}

/** Columns on a terminal: East Asian and emoji characters take two. */
function width(text: string): number {
  let total = 0;
  for (const character of text) total += /\p{Mn}|\p{Me}/u.test(character) ? 0 : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
  return total;
}
