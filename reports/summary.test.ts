import { expect, test } from 'vitest';
import type { RunResult } from '../model/result.ts';
import { mapStrings } from './redact.ts';
import { sampleResult } from './sample.ts';
import { renderSummary } from './summary.ts';

const sample = sampleResult();
const linesOf = (result: RunResult, lang: 'nl' | 'en' = 'nl'): readonly string[] => renderSummary(result, lang).trimEnd().split('\n');

test('the gravest stands first and the exit code with its reason last', () => {
  const lines = linesOf(sample);
  const at = (word: string): number => lines.findIndex((line) => line.includes(word));
  expect(at('VEILIGHEID TWIIN-PUL-18')).toBeGreaterThan(0);
  expect(at('VEILIGHEID TWIIN-PUL-18')).toBeLessThan(at('✕ TWIIN-NTF-12'));
  expect(at('✕ TWIIN-NTF-33')).toBeLessThan(at('! TWIIN-PUL-08'));
  expect(at('! TWIIN-PUL-08')).toBeLessThan(at('Eisen:'));
  expect(lines.at(-1)).toBe('Afsluitcode 1: 1 veiligheidsbevinding en 2 gefaalde eisen');
  expect(linesOf(sample, 'en').at(-1)).toBe('Exit code 1: 1 safety finding and 2 failed requirements');
});

test('it tells the next step, the count, who must act and that it is not a certificate', () => {
  const text = renderSummary(sample, 'nl');
  for (const word of ['Geen certificaat', '(3×)', '→ Zet in Task.code', 'bgz-ophalen: Een medewerker van Testziekenhuis Noord', '6 van 12', 'nog niet gebouwd: 2']) expect(text).toContain(word);
});

test('many findings stay within 30 lines of 80 columns', () => {
  const findings = Array.from({ length: 60 }, (_, i) => ({ ...(sample.findings[1] as RunResult['findings'][number]), id: `m-${i}`, rule: `rule-${i}`, actual: 'é漢'.repeat(200) }));
  const waits = Array.from({ length: 9 }, () => sample.cases.find((each) => each.waiting !== null) as RunResult['cases'][number]);
  const lines = linesOf(sampleResult({ findings, cases: waits, harnessErrors: Array.from({ length: 20 }, (_, i) => `error ${i}`), configuration: Array.from({ length: 20 }, (_, i) => ({ check: `c${i}`, ok: false, detail: 'x'.repeat(300) })) }));
  expect(lines.length).toBeLessThanOrEqual(30);
  for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(80);
  expect(lines.join('\n')).toMatch(/… en nog 5\d; alles staat in report.html/);
  expect(lines.at(-1)).toContain('Afsluitcode');
});

test('a long reason goes on over more lines and is not cut', () => {
  const reason = 'geen gefaalde eis en geen veiligheidsbevinding; alles wat gebouwd is, is uitgevoerd';
  const lines = linesOf(sampleResult({ summary: { ...sample.summary, exitCode: 0, exitReason: { nl: reason, en: reason } } }));
  expect(lines.slice(-2).join(' ')).toBe(`Afsluitcode 0: ${reason}`);
});

test('colour only on a terminal', () => {
  expect(renderSummary(sample, 'nl')).not.toContain('\u001b');
  expect(renderSummary(sample, 'nl', { tty: true })).toContain('\u001b[31m');
  // The same words, with and without.
  expect(renderSummary(sample, 'nl', { tty: true }).replace(/\u001b\[\d+m/g, '')).toBe(renderSummary(sample, 'nl'));
});

test('an escape sequence in the data does not reach the terminal', () => {
  const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202Etxt\nnew line';
  const hostile = mapStrings(sample, (text) => (/^[a-z-]+$/i.test(text) ? text : evil)) as RunResult;
  const text = renderSummary(hostile, 'nl', { tty: false });
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(text.split('\n').some((line) => line.startsWith('new line'))).toBe(false);
});

test('why requirements stayed without a verdict: equal reasons once, with their number, the most frequent first', () => {
  const [one] = sample.requirements;
  const open = (id: string, nl: string) => ({ ...one!, requirement: { ...one!.requirement, id }, state: 'automated' as const, verdict: 'inconclusive' as const, cause: 'undetermined' as const, reason: { nl, en: `EN ${nl}` }, purposes: [], findings: [] });
  const requirements = [open('A', 'geen antwoord'), ...Array.from({ length: 40 }, (_, i) => open(`T${i}`, 'geen token (HTTP 404)')), open('B', 'derde'), open('C', 'vierde'), open('D', 'vijfde')];
  const lines = linesOf(sampleResult({ requirements, findings: [], cases: [] }));
  const at = lines.indexOf('? 40× geen token (HTTP 404)');
  expect(at).toBeGreaterThan(0);
  expect(lines[at + 1]).toBe('? 1× A: geen antwoord');
  expect(lines[at + 3]).toBe('  … en nog 2 eisen om andere redenen');
  expect(linesOf(sampleResult({ requirements, findings: [], cases: [] }), 'en')).toContain('? 40× EN geen token (HTTP 404)');
});

test('what lacks a package says how to get one, whatever the length of the reason', () => {
  const [one] = sample.requirements;
  const reason = 'Het pakket met http://example.org/fhir/StructureDefinition/a, http://example.org/fhir/StructureDefinition/b is niet vastgelegd';
  const lacking = { ...one!, state: 'automated' as const, verdict: 'not-tested' as const, cause: null, reason: { nl: reason, en: reason }, purposes: [], findings: [], lacks: 'package' as const };
  const text = renderSummary(sampleResult({ requirements: [lacking], findings: [], cases: [] }), 'nl').replaceAll('\n  ', ' ');
  expect(text).toContain('toetssteen packages add');
  expect(text).not.toContain('example.org');
});

test('the same in two roles is told with the role of each', () => {
  const one = sample.findings[1] as RunResult['findings'][number];
  const lines = linesOf(sampleResult({ findings: [{ ...one, id: 'm-1', role: 'twiin-sender' }, { ...one, id: 'm-2', role: 'twiin-receiver' }, { ...one, id: 'm-3', role: 'twiin-receiver' }], cases: [] })).join('\n');
  expect(lines).toContain('(twiin-sender)');
  expect(lines.replaceAll('\n  ', ' ')).toContain('(twiin-receiver, 2×)');
  expect(linesOf(sampleResult({ findings: [one], cases: [] })).join('\n')).not.toContain(`(${one.role})`);
});

test('a requirement that failed without a finding is named', () => {
  expect(renderSummary({ ...sample, findings: [] }, 'nl')).toContain('✕ TWIIN-NTF-33 Geen Location in het antwoord');
});
