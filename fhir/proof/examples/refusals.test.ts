import { expect, test } from 'vitest';
import type { FhirFinding } from '../../finding.ts';
import { findingCodes } from '../../finding-codes.ts';
import { explains, readRefusals } from './refusals.ts';

const finding: FhirFinding = { code: 'invariant-violated', severity: 'error', path: [], expression: 'Condition', actual: '', expected: { nl: 'x', en: 'x' }, invariant: 'con-4', profile: 'http://example.org/p|1.0', element: 'Condition' };
const base = { resources: 'zib-Problem-03', code: 'invariant-violated', count: 1, why: 'x' };

test('each refusal has a code of ours, a pattern that is one, and a reason', () => {
  const refusals = readRefusals();
  expect(refusals.length).toBeGreaterThan(3);
  for (const one of refusals) {
    expect(findingCodes).toContain(one.code);
    expect(() => new RegExp(one.resources)).not.toThrow();
  }
});

test('a data file of another form is refused', () => {
  expect(() => readRefusals('- { resources: x }')).toThrow();
  expect(() => readRefusals("- { resources: x, code: y, count: 1, why: 'a reason of some length, yes', other: 1 }")).toThrow();
  expect(() => readRefusals("- { resources: x, code: y, count: 0, why: 'a reason of some length, yes' }")).toThrow();
});

test('it explains findings of its code, rule, definition and element, in its resources', () => {
  const name = 'p.tgz/examples/zib-Problem-03.xml';
  expect(explains(base, name, finding)).toBe(true);
  expect(explains({ ...base, invariant: 'con-4', profile: 'http://example.org/p', element: 'Condition' }, name, finding)).toBe(true);
  expect(explains(base, 'zib-Problem-04.xml', finding)).toBe(false);
  for (const other of [{ code: 'too-many' }, { invariant: 'con-3' }, { profile: 'http://example.org/q' }, { element: 'Condition.code' }]) expect(explains({ ...base, ...other }, name, finding)).toBe(false);
});
