import { expect, test } from 'vitest';
import { Collector, mostFindings } from './collector.ts';
import type { Found } from './collector.ts';
import { say } from './texts.ts';

const found = (more: Partial<Found> = {}): Found => ({ code: 'element-missing', severity: 'error', path: ['a'], expression: 'X.a', actual: '', expected: say('x', 'x'), ...more });
function kept(...all: readonly Found[]): number {
  const collector = new Collector();
  collector.take(all);
  return collector.findings.length;
}

test('the same fault at the same place is kept once, whoever asks and in whatever words', () => {
  expect(kept(found(), found({ profile: 'p', element: 'e', slice: 's', expected: say('y', 'y') }))).toBe(1);
  expect(kept(found(), found({ path: ['b'] }))).toBe(2);
  expect(kept(found(), found({ code: 'too-many' }))).toBe(2);
});

test('invariants by key, slices by name, other codes by their words', () => {
  expect(kept(found({ code: 'invariant-violated', invariant: 'a-1' }), found({ code: 'invariant-violated', invariant: 'a-2' }))).toBe(2);
  expect(kept(found({ code: 'bundle-rule', invariant: 'a-1' }), found({ code: 'bundle-rule', invariant: 'a-2' }), found({ code: 'bundle-rule', invariant: 'a-2', slice: 's' }))).toBe(2);
  for (const code of ['slice-missing', 'slice-too-many', 'slice-unmatched', 'slice-out-of-order'] as const) expect(kept(found({ code, slice: 'a' }), found({ code, slice: 'b' }), found({ code, slice: 'b' }))).toBe(2);
  expect(kept(found({ code: 'too-long' }), found({ code: 'too-long', expected: say('y', 'y') }))).toBe(2);
});

test('errors are counted, and what is too much is counted only', () => {
  const collector = new Collector();
  collector.add(found());
  collector.add(found({ path: ['b'], severity: 'warning' }));
  expect(collector.errors).toBe(1);
  for (let index = 0; index < mostFindings + 3; index += 1) collector.add(found({ path: [index] }));
  expect(collector.findings).toHaveLength(mostFindings);
  expect(collector.dropped).toBe(5);
});
