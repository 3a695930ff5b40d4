import { beforeAll, describe, expect, it } from 'vitest';
import { defects } from './defects.ts';
import type { Defect } from './defects.ts';
import { directoryTranscriptOf, transcriptOf } from './testing/transcript.ts';

const all: readonly Defect[] = defects;
const automated: readonly string[] = [
  'TWIIN-NET-01', 'TWIIN-NET-02', 'TWIIN-NET-06', 'TWIIN-NET-07',
  ...[1, 2, 3, 4, 5, 6, 7, 9, 13, 17, 18, 20, 21, 22, 23, 24, 26, 27].map((number) => `TWIIN-AUT-${String(number).padStart(2, '0')}`),
  ...[1, 2, 5, 7, 8, 9, 10, 11, 12, 14, 15, 17, 18, 19, 20, 23, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 38, 40, 41].map((number) => `TWIIN-NTF-${String(number).padStart(2, '0')}`),
  ...[1, 2, 3, 4, 5, 7, 8, 9, 11, 15, 16, 18].map((number) => `TWIIN-PUL-${String(number).padStart(2, '0')}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18, 20, 21, 22, 23, 24, 25].map((number) => `BGZ-R-${String(number).padStart(2, '0')}`),
  'BGZ-A-06', 'BGZ-A-09', 'BGZ-A-10', 'BGZ-A-11', 'ZAB-001', 'ZAB-002', 'ZAB-013', 'ZAB-025', 'ZAB-039', 'ZAB-027', 'ZAB-063',
];
/** Shows only when the directory misbehaves: proof/faults.test.ts. */
const needsFault: readonly string[] = ['zab-repeats-after-429'];
const safety = [
  'TWIIN-NET-02', 'TWIIN-NET-06', 'TWIIN-NET-07', 'TWIIN-AUT-03', 'TWIIN-AUT-04', 'TWIIN-AUT-18', 'TWIIN-AUT-21', 'TWIIN-AUT-22', 'TWIIN-AUT-23', 'TWIIN-AUT-24', 'TWIIN-AUT-26', 'TWIIN-AUT-27',
  'TWIIN-NTF-05', 'TWIIN-NTF-15', 'TWIIN-NTF-18', 'TWIIN-NTF-31', 'TWIIN-NTF-38', 'TWIIN-PUL-04', 'TWIIN-PUL-15', 'TWIIN-PUL-16', 'TWIIN-PUL-18', 'BGZ-R-18', 'BGZ-R-22', 'BGZ-R-23', 'ZAB-002', 'ZAB-025', 'ZAB-063',
];

describe('the list of defects', () => {
  it('has ids that differ, kills something, and does not call one requirement both', () => {
    expect(new Set(all.map((defect) => defect.id)).size).toBe(all.length);
    for (const defect of all) {
      expect(defect.kills.length, defect.id).toBeGreaterThan(0);
      for (const { requirement } of defect.alsoAffects) expect(defect.kills, defect.id).not.toContain(requirement);
      for (const id of [...defect.kills, ...defect.alsoAffects.map((entry) => entry.requirement)]) expect(automated, defect.id).toContain(id);
    }
  });
  it.each(automated)('kills %s, and three times when it is a safety requirement', (requirement) => {
    const killers = all.filter((defect) => defect.kills.includes(requirement)).map((defect) => defect.id);
    expect(killers.length).toBeGreaterThanOrEqual(safety.includes(requirement) ? 3 : 1);
  });
});

describe('each defect shows from outside', () => {
  let good: readonly string[];
  let goodAtDirectory: readonly string[];
  beforeAll(async () => { [good, goodAtDirectory] = [await transcriptOf([]), await directoryTranscriptOf([])]; });

  it('while the good XIS is the same twice', async () => {
    expect(await transcriptOf([])).toEqual(good);
    expect(await directoryTranscriptOf([])).toEqual(goodAtDirectory);
  });
  it('and reaches the addressee by ZORG-AB and trusts no stranger', () => {
    expect(goodAtDirectory.filter((line) => line.includes('to /fhir/Task'))).toEqual([expect.stringContaining('90000022')]);
    expect(goodAtDirectory).toContain('simulators-lookalike: send -> 502');
    expect(goodAtDirectory.filter((line) => line.startsWith('simulators-lookalike'))).toHaveLength(1);
  });
  it.each(all.filter((defect) => defect.side !== 'zorgab-client').map((defect) => defect.id))('%s', async (id) => {
    expect(await transcriptOf([id])).not.toEqual(good);
  });
  it.each(all.filter((defect) => defect.side === 'zorgab-client' && !needsFault.includes(defect.id)).map((defect) => defect.id))('%s', async (id) => {
    expect(await directoryTranscriptOf([id])).not.toEqual(goodAtDirectory);
  });
});
