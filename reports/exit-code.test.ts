import { expect, test } from 'vitest';
import { exitCodeOf } from './exit-code.ts';
import type { ExitInput } from './exit-code.ts';
import { sampleResult } from './sample.ts';

const sample = sampleResult();
const requirements = sample.requirements;
const quiet: ExitInput = { harnessErrors: [], configurationProblems: [], findings: [], requirements: requirements.filter((each) => each.verdict === 'pass'), cases: [] };
const having = (change: Partial<ExitInput>): number => exitCodeOf({ ...quiet, ...change }).code;
const passed = quiet.requirements[0];
const safety = sample.findings.filter((each) => each.safety);
if (passed === undefined) throw new Error('the sample has a pass');

test('nothing wrong is 0', () => expect(having({})).toBe(0));

test('warnings, remarks, planned and not applicable do not change it', () => {
  expect(having({
    findings: sample.findings.filter((each) => each.severity !== 'fail' && !each.safety),
    requirements: requirements.filter((each) => each.verdict === 'warning' || each.verdict === 'not-applicable' || each.state === 'planned'),
    cases: sample.cases.filter((each) => each.state === 'finished' || each.state === 'not-applicable'),
  })).toBe(0);
});

test.each([
  ['an inconclusive requirement', { requirements: [{ ...passed, verdict: 'inconclusive' as const }] }],
  ['an automated requirement that was not executed', { requirements: [{ ...passed, verdict: 'not-tested' as const }] }],
  ['an attested requirement that was not asked', { requirements: [{ ...passed, verdict: 'not-tested' as const, state: 'attested' as const }] }],
  ['a case that waits', { cases: sample.cases.filter((each) => each.state === 'waiting') }],
  ['a case that never began', { cases: sample.cases.slice(0, 1).map((each) => ({ ...each, state: 'not-started' as const })) }],
])('%s is 4', (_what, change) => expect(having(change)).toBe(4));

test('what lacks a FHIR package is 4 too, but not in a demonstration', () => {
  const lacking = { requirements: [{ ...passed, verdict: 'not-tested' as const, lacks: 'package' as const }] };
  expect(having(lacking)).toBe(4);
  expect(exitCodeOf({ ...quiet, ...lacking, packagesOptional: true }).code).toBe(0);
  expect(exitCodeOf({ ...quiet, requirements: [{ ...passed, verdict: 'not-tested' }], packagesOptional: true }).code).toBe(4);
});

test('a failed requirement is 1, and so is a safety finding on a requirement that only warns', () => {
  expect(having({ requirements: [{ ...passed, verdict: 'fail' }] })).toBe(1);
  expect(having({ findings: safety, requirements: requirements.filter((each) => each.requirement.id === 'TWIIN-PUL-18') })).toBe(1);
});

test('a fail on a requirement that the result does not list is not lost', () => {
  expect(having({ findings: sample.findings.filter((each) => each.id === 'f-2') })).toBe(1);
});

test('the gravest goes first: 3, 2, 1, 4', () => {
  const all = { harnessErrors: ['x'], configurationProblems: [{ check: 'a', ok: false, detail: '' }], findings: sample.findings, requirements, cases: sample.cases };
  expect(having(all)).toBe(3);
  expect(having({ ...all, harnessErrors: [] })).toBe(2);
  expect(having({ ...all, harnessErrors: [], configurationProblems: [] })).toBe(1);
  expect(having({ cases: sample.cases, requirements: requirements.filter((each) => each.verdict !== 'fail') })).toBe(4);
});

test('a configuration check that went well is no problem', () => {
  expect(having({ configurationProblems: [{ check: 'a', ok: true, detail: '' }] })).toBe(0);
  expect(having({ configurationProblems: ['no address'] })).toBe(2);
});

test('the reason counts in both languages, one and more', () => {
  expect(exitCodeOf({ ...quiet, harnessErrors: ['x'] }).reason).toEqual({ nl: '1 fout van de testopstelling zelf', en: '1 error of the harness itself' });
  expect(sample.summary).toMatchObject({ exitCode: 1, exitReason: { nl: '1 veiligheidsbevinding en 2 gefaalde eisen', en: '1 safety finding and 2 failed requirements' } });
});
