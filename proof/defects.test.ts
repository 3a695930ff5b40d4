import { describe, expect, test } from 'vitest';
import { defects } from '../reference-xis/defects.ts';
import { claimFor } from './claims.ts';
import { compareDefect, noticed, type Declared } from './compare.ts';
import { stops } from './stops.ts';
import { runWorld } from './world.ts';

describe('a seeded defect gives exactly what it declares', () => {
  test.each(defects as readonly Declared[])('$id', async (defect) => {
    const seen = noticed(await runWorld({ defects: [defect.id], ...claimFor(defect.id) }));
    expect(compareDefect(defect, seen, { stops: defect.id in stops })).toMatchObject({ missed: [], undeclared: [], open: [], errors: [] });
  });
});
test('a stop names a defect that exists', () => {
  const known = new Set<string>(defects.map((one) => one.id));
  expect(Object.keys(stops).filter((id) => !known.has(id))).toEqual([]);
});
