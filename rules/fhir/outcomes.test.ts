import { expect, test } from 'vitest';
import { probe } from '../testing.ts';
import { validityOutcomes } from './outcomes.ts';
import { seen } from './testing.ts';
import type { Validity } from './validity.ts';

const clean: Validity = { broken: [], doubtful: [], lacking: [], unjudged: [], unchecked: 0 };
const said = (changes: Partial<Validity>) => validityOutcomes(probe('resource'), 'response', { ...clean, ...changes }, 'Bundle');
const kinds = (changes: Partial<Validity>): string[] => said(changes).map((one) => one.kind);

test('a clean message passes; what was not checked is told with it', () => {
  expect(said({})).toMatchObject([{ kind: 'pass', seen: 'Bundle' }]);
  expect(said({ unchecked: 2 })).toMatchObject([{ kind: 'pass', seen: expect.stringContaining('2 not checked') }]);
});
test('a fault names who asks, and its place in the text', () => {
  const broken = [seen({ profile: 'http://example.org/p|1', invariant: 'x-1', slice: 's', actual: 'given', position: { line: 3, column: 9 } })];
  expect(said({ broken })).toMatchObject([{ kind: 'violation', actual: 'element-missing: given (x-1, slice s, http://example.org/p|1)', place: { path: 'Bundle.entry[0].resource.status', position: { line: 3, column: 9 } } }]);
  expect(said({ broken })[0]).not.toHaveProperty('atMost');
});
test('the same fault in each of many entries is told once; different ones at most ten times', () => {
  const inEntry = (index: number) => seen({ expression: `Bundle.entry[${index}].resource.status` });
  expect(kinds({ broken: [inEntry(0), inEntry(1), inEntry(2)] })).toEqual(['violation']);
  expect(said({ broken: Array.from({ length: 30 }, (_, index) => seen({ actual: String(index) })) })).toHaveLength(10);
});
test('a warning is no pass, a remark goes with one', () => {
  expect(said({ doubtful: [{ seen: seen(), atMost: 'warning' }] })).toMatchObject([{ kind: 'violation', atMost: 'warning' }]);
  expect(said({ doubtful: [{ seen: seen(), atMost: 'remark' }] })).toMatchObject([{ kind: 'violation', atMost: 'remark' }, { kind: 'pass' }]);
});
test('where a package is missing, faults are told and nothing passes', () => {
  expect(said({ lacking: ['http://example.org/p'] })).toMatchObject([{ kind: 'not-tested', lacks: 'package', why: { en: expect.stringContaining('http://example.org/p') } }]);
  expect(said({ lacking: ['http://nictiz.nl/fhir/StructureDefinition/zib-Alert'] })).toMatchObject([{ why: { en: expect.stringContaining('(probably nictiz.fhir.nl.stu3.zib2017): toetssteen packages add') } }]);
  expect(kinds({ broken: [seen()], lacking: ['a', 'b', 'c', 'd'] })).toEqual(['violation', 'not-tested']);
  const judged = said({ unjudged: [seen()] });
  expect(judged).toMatchObject([{ kind: 'not-tested' }]);
  expect(judged[0]).not.toHaveProperty('lacks');
});
