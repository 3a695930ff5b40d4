import { expect, it } from 'vitest';
import { operators } from './operators/index.ts';
import { explains, knownSurvivors, readSurvivors } from './survivors.ts';
import { benchOf, lazily, operatorNamed, synthetic } from './testing.ts';

const candidate = lazily(() => {
  const subject = benchOf('r4').subject(synthetic('r4')[1]!);
  return { operator: operatorNamed('empty-text'), subject, asXml: false, site: { at: [], says: '"a" → ""', expected: { codes: [] }, make: () => ({ resource: subject.resource }) } };
});
const why = 'a reason of some length';

it('names operators that exist, each with a reason', () => {
  for (const one of knownSurvivors()) expect(operators.map((operator) => operator.name)).toContain(one.operator);
});
it('explains a mutant by operator, version, words and resource', () => {
  const entry = { operator: 'empty-text', why };
  expect(explains([entry], candidate())).toBe(entry);
  expect(explains([{ ...entry, fhir: 'r4', says: '^"a"', subject: 'Patient' }], candidate())).toBeDefined();
  for (const other of [{ operator: 'empty-list' }, { fhir: 'stu3' as const }, { says: '^b' }, { subject: 'Observation' }]) expect(explains([{ ...entry, ...other }], candidate())).toBeUndefined();
});
it('refuses a file with an entry without reason', () => {
  expect(() => readSurvivors('- operator: empty-text')).toThrow();
  expect(() => readSurvivors(`- {operator: empty-text, why: ${why}, extra: 1}`)).toThrow();
  expect(readSurvivors('[]')).toEqual([]);
});
