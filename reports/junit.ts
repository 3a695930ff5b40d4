import type { Finding, RequirementResult, RunResult } from '../model/result.ts';
import { positionWords } from './position.ts';
import { sectionOf } from './view.ts';
import { VERDICTS, wordFor } from './words.ts';
import type { Lang } from './words.ts';

/**
 * The result as JUnit XML for build servers: a testsuite per role, a testcase per requirement. A failed requirement or a
 * safety finding is a `failure`, inconclusive an `error`, not tested and not applicable `skipped`; warnings and remarks
 * stand in `system-out`. A requirement of several roles stands under each of them with its one verdict.
 * Errors of the harness and problems of the configuration have a suite of their own.
 */
export function renderJunit(result: RunResult, lang: Lang = 'nl'): string {
  const roles = [...new Set([...result.ics.roles, ...result.requirements.flatMap((each) => each.roles)])];
  const suites = [
    harnessSuite(result),
    ...roles.map((role) => suite(role, result.requirements.filter((each) => each.roles.includes(role)).map((each) => testcase(role, each, result, lang)), result)),
    suite('requirements without role', result.requirements.filter((each) => each.roles.length === 0).map((each) => testcase('', each, result, lang)), result),
  ].filter((each) => each.count.tests > 0);
  const total = sum(suites.map((each) => each.count));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes({ name: `Toetssteen ${result.ics.product} ${result.ics.version}`, ...total, time: seconds(result) })}>\n${suites.map((each) => each.xml).join('')}</testsuites>\n`;
}

interface Count { readonly tests: number; readonly failures: number; readonly errors: number; readonly skipped: number }
interface Case { readonly xml: string; readonly outcome: 'failure' | 'error' | 'skipped' | null }
interface Suite { readonly xml: string; readonly count: Count }

function suite(name: string, cases: readonly Case[], result: RunResult): Suite {
  const of = (outcome: Case['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  const count: Count = { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
  const start = Number.isFinite(result.run.startedAt) && Math.abs(result.run.startedAt) <= 8.64e15 ? new Date(result.run.startedAt).toISOString().slice(0, 19) : '';
  return { count, xml: `  <testsuite ${attributes({ name, ...count, timestamp: start })}>\n${cases.map((each) => each.xml).join('')}  </testsuite>\n` };
}

function testcase(role: string, each: RequirementResult, result: RunResult, lang: Lang): Case {
  const findings = result.findings.filter((finding) => finding.requirement === each.requirement.id);
  const grave = findings.filter((finding) => ['safety', 'fail'].includes(sectionOf(finding, each)));
  const mild = findings.filter((finding) => !grave.includes(finding));
  const reason = each.reason?.[lang] ?? '';
  const word = wordFor(VERDICTS, each.verdict, lang);
  const message = reason === '' ? word : `${word}: ${reason}`;
  let outcome: Case['outcome'] = null;
  let inner = '';
  if (each.verdict === 'fail' || grave.length > 0) {
    outcome = 'failure';
    const type = grave.some((finding) => finding.safety) ? 'safety' : 'fail';
    inner = element('failure', { message: grave[0]?.title[lang] ?? message, type }, grave.length === 0 ? message : grave.map((finding) => told(finding, each, lang)).join('\n\n'));
  } else if (each.verdict === 'inconclusive') {
    outcome = 'error';
    inner = element('error', { message, type: 'inconclusive' }, mild.map((finding) => told(finding, each, lang)).join('\n\n'));
  } else if (each.verdict === 'not-tested' || each.verdict === 'not-applicable') {
    outcome = 'skipped';
    inner = element('skipped', { message }, '');
  }
  if (mild.length > 0) inner += element('system-out', {}, mild.map((finding) => told(finding, each, lang)).join('\n\n'));
  const head = attributes({ classname: role, name: `${each.requirement.id} ${each.requirement.statement}` });
  return { outcome, xml: inner === '' ? `    <testcase ${head}/>\n` : `    <testcase ${head}>\n${inner}    </testcase>\n` };
}

function told(finding: Finding, each: RequirementResult, lang: Lang): string {
  const { source } = each.requirement;
  const words = lang === 'nl'
    ? { expected: 'verwacht', actual: 'aangetroffen', place: 'waar', next: 'wat nu', source: 'bron' }
    : { expected: 'expected', actual: 'actual', place: 'where', next: 'next', source: 'source' };
  return [
    `${finding.safety ? '[safety] ' : ''}${finding.title[lang]} (${finding.severity}, ${finding.id})`,
    ...(finding.harm === undefined ? [] : [finding.harm[lang]]),
    `${words.expected}: ${finding.expected[lang]}`,
    `${words.actual}: ${finding.actual}`,
    `${words.place}: ${finding.place.exchange} ${finding.place.part} ${finding.place.path}${positionWords(finding.place, lang)}`,
    `${words.next}: ${finding.next[lang]}`,
    `${words.source}: ${source.document} ${source.version}, ${source.section}, ${source.url}`,
  ].join('\n');
}

function harnessSuite(result: RunResult): Suite {
  const error = (name: string, message: string): Case => ({ outcome: 'error', xml: `    <testcase ${attributes({ classname: 'toetssteen', name })}>\n${element('error', { message, type: name.split(' ')[0] ?? '' }, '')}    </testcase>\n` });
  return suite('toetssteen', [
    ...result.harnessErrors.map((message, i) => error(`harness ${i + 1}`, message)),
    ...result.configuration.filter((check) => !check.ok).map((check) => error(`configuration ${check.check}`, check.detail)),
  ], result);
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => ({ tests: a.tests + b.tests, failures: a.failures + b.failures, errors: a.errors + b.errors, skipped: a.skipped + b.skipped }), { tests: 0, failures: 0, errors: 0, skipped: 0 });
}
function seconds(result: RunResult): string {
  const ms = result.run.finishedAt - result.run.startedAt;
  return Number.isFinite(ms) && ms >= 0 ? (ms / 1000).toFixed(3) : '0';
}
function element(name: string, attrs: Readonly<Record<string, string>>, text: string): string {
  const head = Object.keys(attrs).length === 0 ? name : `${name} ${attributes(attrs)}`;
  return text === '' ? `      <${head}/>\n` : `      <${head}>${escapeXml(text)}</${name}>\n`;
}
function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values).map(([name, value]) => `${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"`).join(' ');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Text for XML 1.0: markup escaped, and characters that XML 1.0 (2.2, Char) forbids replaced by U+FFFD. */
export function escapeXml(text: string): string {
  return text.toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
