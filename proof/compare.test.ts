import { expect, test } from 'vitest';
import { compareDefect, compareVariant, type Noticed } from './compare.ts';

const seen = (over: Partial<Record<keyof Noticed, readonly string[]>>): Noticed => ({
  violated: new Set(over.violated), safety: new Set(over.safety), remarks: new Set(over.remarks), open: new Set(over.open), simulator: new Set(over.simulator), errors: over.errors ?? [],
});
const defect = { id: 'd', kills: ['A'], alsoAffects: [{ requirement: 'B', why: 'w' }] };

test('exactly what is declared is right; the consequence may stay out', () => {
  expect(compareDefect(defect, seen({ violated: ['A', 'B'] })).ok).toBe(true);
  expect(compareDefect(defect, seen({ violated: ['A'] })).ok).toBe(true);
  expect(compareDefect(defect, seen({ remarks: ['A'] })).ok).toBe(true);
});
test('a kill that is missed and a violation that is not declared are both wrong', () => {
  expect(compareDefect(defect, seen({ violated: ['B'] }))).toMatchObject({ ok: false, missed: ['A'] });
  expect(compareDefect(defect, seen({ violated: ['A', 'C'] }))).toMatchObject({ ok: false, undeclared: ['C'] });
  expect(compareDefect(defect, seen({ violated: ['A'], errors: ['boom'] })).ok).toBe(false);
});
test('something may stay open only where that is declared, and then it must', () => {
  expect(compareDefect(defect, seen({ violated: ['A'], open: ['C'] }))).toMatchObject({ ok: false, open: ['C'] });
  expect(compareDefect(defect, seen({ violated: ['A'], open: ['C'] }), { stops: true }).ok).toBe(true);
  expect(compareDefect(defect, seen({ violated: ['A'] }), { stops: true }).ok).toBe(false);
});
test('a defect of a simulator is looked for among the simulators', () => {
  expect(compareDefect(defect, seen({ simulator: ['A'] }), { side: 'simulator' }).ok).toBe(true);
  expect(compareDefect(defect, seen({ violated: ['A'] }), { side: 'simulator' }).ok).toBe(false);
});
test('a variant is spared: no undeclared warning, every declared one, and never a safety finding', () => {
  const variant = { id: 'v', expectedWarnings: ['A'] };
  expect(compareVariant(variant, seen({ violated: ['A'] })).ok).toBe(true);
  expect(compareVariant(variant, seen({})).ok).toBe(false);
  expect(compareVariant(variant, seen({ violated: ['A', 'B'] })).ok).toBe(false);
  expect(compareVariant(variant, seen({ violated: ['A'], safety: ['A'] })).ok).toBe(false);
});
