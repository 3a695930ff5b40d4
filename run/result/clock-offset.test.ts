import { expect, test } from 'vitest';
import type { JournalEntry } from '../../model/exchange.ts';
import { clockOffsetOf } from './clock-offset.ts';

const at = Date.UTC(2026, 10, 24, 9);
const answered = (ahead: number | null, over: object = {}): JournalEntry => ({
  kind: 'exchange', side: 'probe', role: 'twiin-sender', transport: { outcome: 'answered' }, startedAt: at, endedAt: at + 1000,
  response: { status: 200, headers: ahead === null ? {} : { date: new Date(at + ahead).toUTCString() }, body: new Uint8Array() }, ...over,
}) as unknown as JournalEntry;

test('the middle answer decides, so that one odd Date does not', () => {
  expect(clockOffsetOf([answered(3000), answered(3_600_000), answered(2000)])).toBe(3000);
  expect(clockOffsetOf([answered(-4000), answered(-2000)])).toBe(-3000);
  expect(clockOffsetOf([answered(0)])).toBe(0);
});
test('only answers of the system under test count, and none gives nothing', () => {
  const ours = [answered(9000, { role: 'simulator' }), answered(9000, { side: 'simulator' }), answered(9000, { transport: { outcome: 'reset' } }), { kind: 'trigger' } as unknown as JournalEntry];
  expect(clockOffsetOf([...ours, answered(1000), answered(null)])).toBe(1000);
  expect(clockOffsetOf([...ours, answered(null)])).toBeNull();
});
