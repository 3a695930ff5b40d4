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
test('what was found is told exactly, and who asks when somebody does', () => {
  const actual = (changes: Parameters<typeof seen>[0]) => said({ broken: [seen(changes)] }).map((one) => (one.kind === 'violation' ? one.actual : one.kind))[0];
  expect(actual({})).toBe('element-missing');
  expect(actual({ actual: 'x' })).toBe('element-missing: x');
  expect(actual({ invariant: 'x-1' })).toBe('element-missing (x-1)');
  expect(actual({ slice: 's', profile: 'p' })).toBe('element-missing (slice s, p)');
});
test('of equal faults the first is told; each of these makes a fault another', () => {
  const at = (index: number, changes = {}) => seen({ expression: `Bundle.entry[${index}].resource.status`, ...changes });
  expect(said({ broken: [at(3), at(1)] })).toMatchObject([{ place: { path: 'Bundle.entry[3].resource.status' } }]);
  for (const changes of [{ code: 'illegal-value' as const }, { profile: 'p' }, { element: 'Task.status' }, { slice: 's' }, { invariant: 'x-1' }, { actual: 'x' }, { expression: 'Bundle.entry[0].resource.code' }]) {
    expect(kinds({ broken: [at(0), at(1, changes)] }), JSON.stringify(changes)).toEqual(['violation', 'violation']);
  }
  const sliced = (index: number) => at(index, { element: 'Task.status', expression: `Task.x[${index}]` });
  expect(kinds({ broken: [sliced(0), sliced(1)] })).toEqual(['violation']);
});
test('doubt is told at most ten times, after what is broken; each with its own limit', () => {
  const doubtful = Array.from({ length: 12 }, (_, index) => ({ seen: seen({ actual: String(index) }), atMost: index === 0 ? 'warning' as const : 'remark' as const }));
  const outcomes = said({ broken: [seen()], doubtful });
  expect(outcomes).toHaveLength(11);
  expect(outcomes.map((one) => (one.kind === 'violation' ? one.atMost ?? 'fail' : one.kind)).slice(0, 3)).toEqual(['fail', 'warning', 'remark']);
  expect(kinds({ broken: [seen()] })).toEqual(['violation']);
});
test('which packages are missing is told for three profiles, with dots for more', () => {
  const why = (lacking: readonly string[]) => said({ lacking }).map((one) => (one.kind === 'not-tested' ? one.why : one.kind))[0];
  expect(why(['a', 'b', 'c'])).toEqual({ nl: 'Het pakket met a, b, c is niet vastgelegd: toetssteen packages add, daarna toetssteen packages pin.', en: 'The package that holds a, b, c is not pinned: toetssteen packages add, then toetssteen packages pin.' });
  expect(why(['a', 'b', 'c', 'd'])).toMatchObject({ en: expect.stringContaining('a, b, c, … is not') });
  const zib = (name: string) => `http://nictiz.nl/fhir/StructureDefinition/zib-${name}`;
  expect(why([zib('Alert'), zib('Problem')])).toMatchObject({ nl: expect.stringContaining('(vermoedelijk nictiz.fhir.nl.stu3.zib2017):'), en: expect.stringContaining('(probably nictiz.fhir.nl.stu3.zib2017):') });
  expect(said({ unjudged: [seen({ expected: { nl: 'n', en: 'e' } })] })).toEqual([{ kind: 'not-tested', why: { nl: 'Niet te beoordelen: n', en: 'Cannot be judged: e' } }]);
});
