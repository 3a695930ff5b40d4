import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('an area alone is mutated whole', () => {
  expect(readArguments(['rules'])).toEqual({ area: 'rules', sample: null, seed: 1, only: null, concurrency: 2 });
  expect(readArguments([])).toMatchObject({ area: 'rules' });
});
test('a sample has a seed', () => {
  expect(readArguments(['fhir', '--sample', '500', '--seed', '42'])).toMatchObject({ area: 'fhir', sample: 500, seed: 42 });
  expect(readArguments(['rules', '--only', 'rules/twiin/**', '--concurrency', '1'])).toMatchObject({ only: 'rules/twiin/**', concurrency: 1 });
});
test('says what is wrong', () => {
  expect(() => readArguments(['mocks'])).toThrow('Unknown area "mocks"');
  expect(() => readArguments(['toString'])).toThrow('Unknown area');
  expect(() => readArguments(['rules', '--smaple', '3'])).toThrow('Unknown option "--smaple"');
  expect(() => readArguments(['rules', '--sample'])).toThrow('needs a value');
  for (const value of ['0', '-1', '1.5', 'many']) expect(() => readArguments(['rules', '--sample', value])).toThrow('whole number of at least 1');
});
