import { expect, test } from 'vitest';
import type { RunResult } from '../model/result.ts';
import { escapeXml, renderJunit } from './junit.ts';
import { mapStrings } from './redact.ts';
import { SAMPLE_SECRETS, sampleResult } from './sample.ts';

const sample = sampleResult();
const xml = renderJunit(sample);
/** The testcase of a requirement under a role, with what is inside it. */
function caseOf(role: string, id: string, of = xml): string {
  const found = new RegExp(`<testcase classname="${role}" name="${id} [^>]*?(?:/>|>[^]*?</testcase>)`).exec(of);
  return found?.[0] ?? '';
}

test('a failed requirement is a failure that says everything', () => {
  const failed = caseOf('twiin-sender', 'TWIIN-NTF-12');
  expect(failed).toContain('<failure message="De melding draagt niet de code pull-notification" type="fail">');
  for (const word of ['verwacht: Een coding met', 'aangetroffen: http://fhir.nl/fhir/CodeSystem/TaskCode', 'waar: x-0012 request Task.code', 'wat nu: Zet in', 'bron: Application on Nuts Notified Pull 1.00']) expect(failed).toContain(word);
});

test('a safety finding is a failure although its requirement only warns', () => {
  expect(caseOf('twiin-sender', 'TWIIN-PUL-18')).toContain('type="safety"');
});

test('a warning passes with a message, inconclusive is an error, the rest is skipped', () => {
  expect(caseOf('twiin-sender', 'TWIIN-PUL-08')).toMatch(/^<testcase [^>]*>\s*<system-out>[^<]*400 Bad Request[^<]*<\/system-out>\s*<\/testcase>$/);
  expect(caseOf('twiin-receiver', 'TWIIN-PUL-05')).toContain('<error message="Onbeslist: Het testgeval wacht nog op een medewerker." type="inconclusive"/>');
  expect(caseOf('zorgab-client', 'ZAB-028')).toContain('<skipped message="Niet van toepassing: Het product toont geen kaart');
  expect(caseOf('twiin-sender', 'TWIIN-NTF-09')).toMatch(/\/>$/);
});

test('counts add up', () => {
  const numbers = (text: string): number[] => ['tests', 'failures', 'errors', 'skipped'].map((name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(text)?.[1]));
  const suites = [...xml.matchAll(/<testsuite [^>]*>/g)].map(([head]) => numbers(head));
  expect(suites).toHaveLength(3);
  expect(numbers(/<testsuites [^>]*>/.exec(xml)?.[0] ?? '')).toEqual([0, 1, 2, 3].map((i) => suites.reduce((total, each) => total + (each[i] ?? 0), 0)));
  expect(xml.match(/<testcase /g)).toHaveLength(suites.reduce((total, each) => total + (each[0] ?? 0), 0));
  expect(xml.match(/<failure /g)).toHaveLength(suites.reduce((total, each) => total + (each[1] ?? 0), 0));
});

test('a result with characters that XML forbids in every string is well-formed XML', () => {
  const evil = '<a>&"\'\u0000\u001b[31m\uD800]]>\uFFFE\n\t';
  const hostile = { ...(mapStrings(sample, (text) => (KEYS.has(text) ? text : evil)) as RunResult), harnessErrors: [evil], configuration: [{ check: evil, ok: false, detail: evil }] };
  const out = renderJunit(hostile);
  expect(wellFormed(out)).toBe(true);
  expect(out).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  expect(wellFormed(out.replace('&lt;', '<'))).toBe(false);
});

test('errors of the harness and the configuration stand in their own suite', () => {
  const out = renderJunit(sampleResult({ harnessErrors: ['disk full'], configuration: [{ check: 'trust', ok: false, detail: 'no file' }] }), 'en');
  expect(out).toMatch(/<testsuite name="toetssteen" tests="2" failures="0" errors="2"/);
  expect(out).toContain('message="disk full"');
});

test('no secret is in it, and escaping is right', () => {
  for (const secret of SAMPLE_SECRETS) expect(xml).not.toContain(secret);
  expect(escapeXml('a\u0000<>&"\'é😀')).toBe('a\uFFFD&lt;&gt;&amp;&quot;&apos;é😀');
});

const KEYS = new Set<string>();
(function collect(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) return value.forEach(collect);
  for (const [key, inner] of Object.entries(value)) {
    KEYS.add(key);
    collect(inner);
  }
})(sample);

/** A strict little reader: elements nest, attributes are quoted and hold no markup, text holds no bare `<` or `&`. */
function wellFormed(text: string): boolean {
  const open: string[] = [];
  let rest = text.replace(/^<\?xml [^?]*\?>\n/, '');
  while (rest !== '') {
    const piece = /^(?:<\/([a-z-]+)>|<([a-z-]+)((?: [a-z]+="(?:[^<&"]|&(?:[a-z]+|#\d+);)*")*)(\/?)>|(?:[^<>&]|&(?:[a-z]+|#\d+);)+)/.exec(rest);
    if (piece === null) return false;
    if (piece[1] !== undefined && open.pop() !== piece[1]) return false;
    if (piece[2] !== undefined && piece[4] === '') open.push(piece[2]);
    rest = rest.slice(piece[0].length);
  }
  return open.length === 0;
}
