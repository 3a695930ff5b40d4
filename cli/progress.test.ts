import { expect, test } from 'vitest';
import type { ProgressEvent } from '../run/engine/engine.ts';
import { progressLine } from './progress.ts';

const ended = (state: string, ...reasons: { nl: string; en: string }[]): ProgressEvent =>
  ({ kind: 'case-ended', case: { id: 'TS-01', title: { nl: 'Titel', en: 'Title' } }, record: { state, reasons } }) as unknown as ProgressEvent;
const nothing = { nl: 'Er kwam geen aanmelding binnen het venster.', en: 'No notification came within the window.' };

test.each([
  ['came to its end', ended('finished'), '  v TS-01  Title'],
  ['saw less than it looked for', ended('finished', nothing), '  ? TS-01  Title - No notification came within the window.'],
  ['does not apply', ended('not-applicable', nothing), '  - TS-01  Title - No notification came within the window.'],
  ['broke off', ended('error', nothing), '  ! TS-01  Title - No notification came within the window.'],
])('a case that %s', (_name, event, line) => {
  expect(progressLine(event, 'en')).toBe(line);
});
test('a wait is told with who, what and until when; one for a message is not', () => {
  const wait = (what: string): ProgressEvent => ({ kind: 'waiting', case: { id: 'TA-03' }, wait: { for: what, who: { nl: 'de tester', en: 'the tester' }, what: { nl: 'kijk', en: 'look' }, until: Date.UTC(2026, 10, 17, 22, 4, 12) } }) as unknown as ProgressEvent;
  expect(progressLine(wait('answer'), 'nl')).toBe('  ~ TA-03  de tester: kijk (tot 17 nov 2026 23:04:12 CET)');
  expect(progressLine(wait('message'), 'nl')).toBeNull();
});
