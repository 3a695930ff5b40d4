import { expect, test } from 'vitest';
import type { Finding } from '../../model/result.ts';
import { breachesOf, breachPrefix, isAnnounced } from './simulator-breaches.ts';

const finding = (requirement: string) => ({ requirement, place: { exchange: 'x1', part: 'response', path: '' }, title: { nl: 'zin', en: 'sentence' }, actual: 'HTTP 429' }) as unknown as Finding;
const at = (fault: string | null) => (id: string) => (id === 'x1' ? { fault } : undefined);

test('only what this very fault announces is announced', () => {
  expect(isAnnounced(finding('ZAB-033'), at('zorg-ab-429'))).toBe(true);
  expect(isAnnounced(finding('ZAB-015'), at('zorg-ab-429'))).toBe(false);
  expect(isAnnounced(finding('ZAB-033'), at('zorg-ab-zoneless'))).toBe(false);
  expect(isAnnounced(finding('ZAB-033'), at(null))).toBe(false);
  expect(isAnnounced(finding('ZAB-033'), at('a-fault-of-another-version'))).toBe(false);
  expect(isAnnounced(finding('ZAB-033'), () => undefined)).toBe(false);
});
test('a breach names requirement, place and what was seen', () => {
  expect(breachesOf([finding('ZAB-033')])).toEqual([`${breachPrefix}ZAB-033 at x1: sentence: HTTP 429`]);
});
