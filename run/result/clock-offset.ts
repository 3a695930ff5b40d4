import type { JournalEntry } from '../../model/exchange.ts';
import { clockOffset } from '../configuration/doctor/clock-offset.ts';

/**
 * How far the SUT's clock is ahead of ours over a whole run, in milliseconds (DESIGN, rule 7): the middle one of all its
 * answers to us. A Date header counts whole seconds, so one answer may be half a second off; the middle of many hardly is.
 * Null when no answer had a Date header.
 */
export function clockOffsetOf(entries: readonly JournalEntry[]): number | null {
  const offsets = entries.flatMap((entry) => {
    if (entry.kind !== 'exchange' || entry.side !== 'probe' || entry.role === 'simulator' || entry.transport.outcome !== 'answered') return [];
    return clockOffset(entry) ?? [];
  }).sort((a, b) => a - b);
  const middle = offsets.length / 2;
  return offsets.length === 0 ? null : Math.round((offsets[Math.ceil(middle) - 1]! + offsets[Math.floor(middle)]!) / 2);
}
