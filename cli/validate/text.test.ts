import { expect, test } from 'vitest';
import { openEngines } from '../../fhir/engine.ts';
import { judgeInput } from './judge-input.ts';
import { findingLines, inputLines, sorted, tallyWords } from './text.ts';

const engines = openEngines();
const judged = (text: string) => judgeInput({ name: 'a.json', bytes: new TextEncoder().encode(text), contentType: '' }, { engines, profiles: [] });

test('a file in one line, then its findings with place, expectation, what was found and who asked', async () => {
  const lines = inputLines(await judged('{ "resourceType": "Patient",\n  "gender": "m" }'), 'en', false);
  expect(lines[0]).toBe('a.json: Patient, FHIR STU3 (assumed; see --fhir), JSON: 1 error');
  expect(lines[1]).toBe('a.json:2:3  ERROR  Patient.gender  [code-not-in-value-set]');
  expect(lines.slice(2)).toEqual([expect.stringContaining('expected:'), expect.stringMatching(/found: +m$/), expect.stringContaining('element Patient.gender')]);
});
test('a missing package is named, with what to do', async () => {
  const text = JSON.stringify({ resourceType: 'Flag', meta: { profile: ['http://nictiz.nl/fhir/StructureDefinition/zib-Alert'] }, status: 'active', code: { text: 'x' }, subject: { display: 'x' } });
  const lines = inputLines(await judged(text), 'nl', false);
  expect(lines[0]).toContain('geen fouten, 1 niet gecontroleerd');
  expect(lines.at(-1)).toContain('(vermoedelijk nictiz.fhir.nl.stu3.zib2017)');
});
test('remarks are counted, and shown when asked', async () => {
  const text = JSON.stringify({ resourceType: 'Basic', extension: [{ url: 'http://example.org/x', valueString: 'x' }], code: { text: 'x' } });
  const one = await judged(text);
  expect(inputLines(one, 'en', false)).toEqual(['a.json: Basic, FHIR STU3 (assumed; see --fhir), JSON: no errors, 1 remark']);
  expect(inputLines(one, 'en', true).length).toBeGreaterThan(1);
});
test('worst first, then by place', async () => {
  const { findings } = await judged('{ "resourceType": "Patient", "extension": [{ "url": "http://example.org/x", "valueString": "x" }],\n "gender": "m",\n "birthDate": "x" }');
  expect(sorted(findings).map((one) => [one.severity, one.position?.line])).toEqual([['error', 2], ['error', 3], ['information', 1]]);
});
test('control characters of a message never reach the terminal', () => {
  const finding = { code: 'illegal-value', severity: 'error', path: [], expression: 'Patient.gender', actual: '\u001b[31mred\u202e\n', expected: { nl: 'x', en: 'x' } } as const;
  expect(findingLines('f', finding, 'nl').join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
});
test('counts, in both languages', () => {
  const tally = { errors: 2, warnings: 1, notChecked: 0, remarks: 1, lacking: new Set<string>() };
  expect(tallyWords(tally, 'nl')).toBe('2 fouten, 1 waarschuwing, 1 opmerking');
  expect(tallyWords({ ...tally, errors: 0, remarks: 0, notChecked: 3 }, 'en')).toBe('no errors, 1 warning, 3 not checked');
});
