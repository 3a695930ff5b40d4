import { beforeAll, describe, expect, it } from 'vitest';
import { defects } from './defects.ts';
import type { Defect } from './defects.ts';
import { transcriptOf } from './testing/transcript.ts';
import { waitingDefects } from './waiting-defects.ts';

const waiting: readonly Defect[] = waitingDefects;

it('has ids that differ, also from those of the other list, and declares what each breaks', () => {
  const ids = [...defects, ...waiting].map((defect) => defect.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const defect of waiting) {
    expect(defect.kills.length, defect.id).toBeGreaterThan(0);
    for (const { requirement } of defect.alsoAffects) expect(defect.kills, defect.id).not.toContain(requirement);
  }
});

describe.skipIf(waiting.length === 0)('each shows from outside', () => {
  let good: readonly string[];
  beforeAll(async () => { good = await transcriptOf([]); });
  it.each(waiting.map((defect) => defect.id))('%s', async (id) => { expect(await transcriptOf([id])).not.toEqual(good); });
});
