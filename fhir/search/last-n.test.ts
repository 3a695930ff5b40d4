import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { finding } from './testing.ts';

const seen = (id: string, date: string | undefined, code: object, subject = 'Patient/p'): FhirResource => ({ resourceType: 'Observation', id, code: code as FhirResource, subject: { reference: subject }, ...(date && { effectiveDateTime: date }) });
const coded = (...codes: string[]) => ({ coding: codes.map((code) => ({ system: 's', code })) });
const resources = [
  seen('old', '2020', coded('w')), seen('new', '2022-01-01T10:00:00+01:00', coded('w')), seen('middle', '2021-05', coded('w', 'w2')), seen('translated', '2019', coded('w2')), seen('other', '2018', coded('l')),
  seen('else', '2017', coded('w'), 'Patient/q'), seen('undated', undefined, coded('w')), seen('text', '2016', { text: 'pijn' }), seen('text2', '2015', { text: 'pijn' }), seen('bare', '2014', {}), seen('bare2', '2013', {}),
];
const [stu3, r4] = [finding('stu3', resources), finding('r4', resources)];
test.each([
  ['Observation/$lastn', 'new,other,else,text,bare,bare2'], ['Observation/$lastn?max=2', 'new,middle,other,else,text,text2,bare,bare2'], ['Observation/$lastn?subject=Patient/p&code=w', 'new'], ['Observation/$lastn?code=w&subject=Patient/p&max=9', 'new,middle,old,undated'], ['Observation/$lastn?code=l,w&patient=p', 'new,other'],
  ['Observation/$lastn?max=x', '400 value'], ['Observation?max=2', '400 not-supported'],
])('%s gives %s', (query, expected) => { expect([stu3(query), r4(query)]).toEqual([expected, expected]); });
test('what is as recent as the last one that counts comes along in R4', () => {
  const tied = [seen('a', '2020', coded('w')), seen('b', '2020', coded('w')), seen('c', '2019', coded('w')), seen('d', undefined, coded('x')), seen('e', undefined, coded('x'))];
  expect(finding('r4', tied)('Observation/$lastn')).toBe('a,b,d');
  expect(finding('stu3', tied)('Observation/$lastn')).toBe('a,d');
});
test('texts are compared as they are', () => {
  expect(finding('r4', [seen('a', '2020', { text: 'Text' }), seen('b', '2019', { text: 'text' })])('Observation/$lastn')).toBe('a,b');
});
