import { describe, expect, test } from 'vitest';
import { defects } from '../reference-xis/defects.ts';
import { variants } from '../reference-xis/variants.ts';
import { claimFor } from './claims.ts';
import { compareDefect, compareVariant, noticed, type Declared } from './compare.ts';
import { mockDefects } from './mock-defects.ts';
import { stops } from './stops.ts';
import { runWorld } from './world.ts';

const right = { missed: [], undeclared: [], open: [], errors: [] };
describe('the good XIS', () => {
  test('is silent, and everything automated is concluded', async () => {
    const seen = noticed(await runWorld());
    expect({ violated: [...seen.violated], open: [...seen.open], simulator: [...seen.simulator], errors: seen.errors }).toEqual({ violated: [], open: [], simulator: [], errors: [] });
  });
});
describe('a seeded defect gives exactly what it declares', () => {
  test.each(defects as readonly Declared[])('$id', async (defect) => {
    const seen = noticed(await runWorld({ defects: [defect.id], ...claimFor(defect.id) }));
    expect(compareDefect(defect, seen, { stops: defect.id in stops })).toMatchObject(right);
  });
});
describe('a defect of a simulator is noticed, and is not put on the system under test', () => {
  test.each(mockDefects)('$id', async (defect) => {
    expect(compareDefect(defect, noticed(await runWorld({ mockDefects: [defect.id] })), { side: 'simulator' })).toMatchObject(right);
  });
});
describe('a benign variant is spared', () => {
  test.each(variants as readonly { id: string; expectedWarnings: readonly string[] }[])('$id', async (variant) => {
    expect(compareVariant(variant, noticed(await runWorld({ variants: [variant.id], ...claimFor(variant.id) })))).toMatchObject(right);
  });
});
test('a stop names a defect that exists', () => {
  const known = new Set<string>(defects.map((one) => one.id));
  expect(Object.keys(stops).filter((id) => !known.has(id))).toEqual([]);
});
