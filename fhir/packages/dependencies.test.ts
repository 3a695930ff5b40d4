import { expect, test } from 'vitest';
import { withDependencies } from './dependencies.ts';

const pack = (name: string, version: string, dependencies: Record<string, string> = {}) => ({ id: { name, version }, dependencies });
const names = (list: readonly { id: { name: string; version: string } }[]) => list.map((one) => `${one.id.name}#${one.id.version}`);

test('dependencies come first, each once, the newest that fits', () => {
  const a = pack('a', '1.0.0', { b: '1.0.x', c: '1.0.0' });
  const installed = [pack('b', '1.0.1', { c: '1.0.0' }), pack('b', '1.0.2', { c: '1.0.0' }), pack('b', '2.0.0'), pack('c', '1.0.0')];
  const { ordered, missing } = withDependencies([a], installed);
  expect(names(ordered)).toEqual(['c#1.0.0', 'b#1.0.2', 'a#1.0.0']);
  expect(missing).toEqual([]);
});
test('what is missing is named with who needs it; another version does not do', () => {
  const a = pack('a', '1.0.0', { b: '1.0.0' });
  expect(withDependencies([a], [pack('b', '1.0.1')]).missing).toEqual([{ name: 'b', version: '1.0.0', neededBy: a.id }]);
});
test('FHIR core is there already, in its own versions only', () => {
  expect(withDependencies([pack('a', '1', { 'hl7.fhir.r4.core': '4.0.1', 'hl7.fhir.core': '3.0.1', 'hl7.fhir.r3.core': '3.0.x' })], []).missing).toEqual([]);
  expect(withDependencies([pack('a', '1', { 'hl7.fhir.r4.core': '5.0.0', 'hl7.fhir.r5.core': '5.0.0' })], []).missing.map((one) => one.name)).toEqual(['hl7.fhir.r4.core', 'hl7.fhir.r5.core']);
});
test('a circle ends', () => {
  const a = pack('a', '1', { b: '1' });
  expect(names(withDependencies([a], [pack('b', '1', { a: '1' })]).ordered)).toEqual(['b#1', 'a#1']);
});
