import { expect, test } from 'vitest';
import { numberOf, parseQuery, selects } from './query.ts';

test.each(['', 'observation', 'Observation/x', 'Observation/$everything', '../Patient', '?_type=Patient'])('%j is no query', (target) => { expect(parseQuery(target)).toBeNull(); });
test('what names the patient or steers the answer selects nothing', () => {
  const names = (target: string): string[] => selects(parseQuery(target)!).map(({ name }) => name);
  expect(names('Patient?identifier=x')).toEqual([]);
  expect(names('Condition?identifier=x&patient=Patient/p&subject:Patient.identifier=y&_include:recurse=a:b&_count=2&_page=z')).toEqual(['identifier']);
  expect(names('Observation/$lastn?code=c&max=2&_sort=-date')).toEqual(['code']);
});
test.each([['5', 5], ['0', undefined], ['-1', undefined], ['1e3', undefined], ['', undefined]])('max=%s is %s', (value, expected) => { expect(numberOf(parseQuery(`Observation/$lastn?max=${value}`)!, 'max')).toBe(expected); });
