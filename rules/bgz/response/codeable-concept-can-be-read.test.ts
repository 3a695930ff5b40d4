import { expect, test } from 'vitest';
import { condition, kinds, paths, probe, searchset } from '../../testing.ts';
import { codeableConceptCanBeRead as rule } from './codeable-concept-can-be-read.ts';

const coded = (code: unknown) => probe('resource', { target: '/fhir/Condition', answer: searchset([condition({ code })]) });
const bare = { system: 's', code: 'c' };
test('passes display, text or extension', () => {
  expect(kinds(rule, coded({ coding: [{ ...bare, display: 'd' }] }))).toEqual(['pass']);
  expect(kinds(rule, coded({ coding: [bare], text: 't' }))).toEqual(['pass']);
  expect(kinds(rule, coded({ coding: [bare], extension: [{ url: 'x' }] }))).toEqual(['pass']);
});
test('reports a bare code', () => { expect(paths(rule, coded({ coding: [bare] }))).toEqual(['Bundle.entry[0].resource.code']); });
test('passes a text alone, reports an empty concept', () => {
  expect(kinds(rule, coded({ text: 't' }))).toEqual(['pass']);
  expect(kinds(rule, coded({}))).toEqual(['violation']);
});
test('does not apply without concepts', () => { expect(kinds(rule, coded(undefined))).toEqual(['not-applicable']); });
