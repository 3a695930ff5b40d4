import { expect, test } from 'vitest';
import { links, spell } from './fhir-requests.ts';

const query = 'Observation/$lastn?code=http://loinc.org|8302-2,http://loinc.org|8306-3';
test('four spellings of one query', () => {
  expect(spell(query, 'full')).toBe('Observation/$lastn?code=http%3A%2F%2Floinc.org%7C8302-2,http%3A%2F%2Floinc.org%7C8306-3');
  expect(spell(query, 'slash')).toBe('Observation/$lastn?code=http%3A//loinc.org%7C8302-2,http%3A//loinc.org%7C8306-3');
  expect(spell(query, 'raw')).toBe(query);
  expect(spell(query, 'pipe')).toBe('Observation/$lastn?code=http://loinc.org%7C8302-2,http://loinc.org%7C8306-3');
});
test('an offered query may be encoded already, and need not have parameters', () => {
  expect(spell('Consent?category=http%3A//snomed.info/sct%7C1', 'raw')).toBe('Consent?category=http://snomed.info/sct|1');
  expect(spell('Flag', 'full')).toBe('Flag');
  expect(spell('Flag?x=%zz', 'full')).toBe('Flag?x=%25zz');
});
test('the next link, when there is one', () => {
  expect(links({ link: [{ relation: 'self', url: 'a' }, { relation: 'next', url: 'b' }] }).next).toBe('b');
  expect(links({ link: 'x' }).next).toBeNull();
});
