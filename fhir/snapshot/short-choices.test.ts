import { expect, test } from 'vitest';
import type { ElementFacts } from '../definitions/structure.ts';
import { withoutShortChoices } from './short-choices.ts';

const at = (id: string, path: string, base = path, sliceName?: string): ElementFacts => ({ id, path, min: 0, max: 1, base: { path: base, min: 0, max: 1 }, ...(sliceName !== undefined && { sliceName }) });
const short = (elements: readonly ElementFacts[]): string[] => withoutShortChoices(elements).map(({ id, path, sliceName }) => `${id} ${path}${sliceName === undefined ? '' : ` ${sliceName}`}`);

test('a snapshot without short choices is left as it is', () => {
  const elements = [at('Extension', 'Extension'), at('Extension.value[x]', 'Extension.value[x]'), at('Extension.valueSet', 'Extension.valueSet')];
  expect(withoutShortChoices(elements)).toBe(elements);
});
test('a short choice gets the name of the choice, its children too', () => {
  expect(short([at('Extension', 'Extension'), at('Extension.valueCoding', 'Extension.valueCoding', 'Extension.value[x]'), at('Extension.valueCoding.system', 'Extension.valueCoding.system', 'Coding.system'), at('Extension.url', 'Extension.url')]))
    .toEqual(['Extension Extension', 'Extension.value[x] Extension.value[x]', 'Extension.value[x].system Extension.value[x].system', 'Extension.url Extension.url']);
});
test('beside a choice of its own it is a slice of that, under its own name unless it has one', () => {
  const whole = at('Observation.value[x]', 'Observation.value[x]');
  const value = (sliceName?: string): ElementFacts => at('Observation.valueString', 'Observation.valueString', 'Observation.value[x]', sliceName);
  expect(short([at('Observation', 'Observation'), whole, value(), at('Observation.valueString.id', 'Observation.valueString.id', 'Element.id')])).toEqual([
    'Observation Observation', 'Observation.value[x] Observation.value[x]', 'Observation.value[x]:valueString Observation.value[x] valueString', 'Observation.value[x]:valueString.id Observation.value[x].id',
  ]);
  expect(short([whole, value('mine')])).toEqual(['Observation.value[x] Observation.value[x]', 'Observation.value[x]:mine Observation.value[x] mine']);
});
test('the choice of another slice is not beside it', () => {
  expect(short([
    at('Extension.extension:a.value[x]', 'Extension.extension.value[x]', 'Extension.value[x]'), at('Extension.extension:b.valueCode', 'Extension.extension.valueCode', 'Extension.value[x]'),
  ])).toEqual(['Extension.extension:a.value[x] Extension.extension.value[x]', 'Extension.extension:b.value[x] Extension.extension.value[x]']);
});
test('an id that names the choice already is read as such', () => {
  expect(short([at('Extension.value[x]:valueCode', 'Extension.valueCode', 'Extension.value[x]', 'valueCode')])).toEqual(['Extension.value[x] Extension.value[x]']);
  expect(short([at('Extension.value[x]', 'Extension.value[x]'), at('Extension.value[x]:valueCode', 'Extension.valueCode', 'Extension.value[x]', 'valueCode')])).toEqual(['Extension.value[x] Extension.value[x]', 'Extension.value[x]:valueCode Extension.value[x] valueCode']);
});
test('a choice inside a choice', () => {
  expect(short([at('A.valueDosage', 'A.valueDosage', 'A.value[x]'), at('A.valueDosage.doseQuantity', 'A.valueDosage.doseQuantity', 'Dosage.dose[x]')])).toEqual(['A.value[x] A.value[x]', 'A.value[x].dose[x] A.value[x].dose[x]']);
});
test('an element without base, or of a base that only begins alike, is none', () => {
  const elements = [{ id: 'A.valueCode', path: 'A.valueCode' }, at('A.code', 'A.code', 'A.value[x]'), at('A.valid', 'A.valid', 'A.value[x]')];
  expect(withoutShortChoices(elements)).toBe(elements);
});
