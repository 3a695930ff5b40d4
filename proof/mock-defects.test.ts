import { describe, expect, test } from 'vitest';
import { compareDefect, noticed } from './compare.ts';
import { mockDefects } from './mock-defects.ts';
import { runWorld } from './world.ts';

describe('a defect of a simulator is noticed, and is not put on the system under test', () => {
  test.each(mockDefects)('$id', async (defect) => {
    expect(compareDefect(defect, noticed(await runWorld({ mockDefects: [defect.id] })), { side: 'simulator' })).toMatchObject({ missed: [], undeclared: [], open: [], errors: [] });
  });
});
