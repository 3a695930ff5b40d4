import { describe, expect, it } from 'vitest';
import { clockOffset } from './clock-offset.ts';

const at = Date.UTC(2026, 10, 24, 9);
const exchange = (date: string | undefined, endedAt: number | null = at + 1_000) => ({ startedAt: at, endedAt, response: { status: 200, headers: (date === undefined ? {} : { date }) as Record<string, string>, body: new Uint8Array() } });

describe('clockOffset', () => {
  it('compares the middle of the second with the middle of the exchange', () => {
    expect(clockOffset(exchange(new Date(at).toUTCString()))).toBe(0);
    expect(clockOffset(exchange(new Date(at + 60_000).toUTCString()))).toBe(60_000);
    expect(clockOffset(exchange(new Date(at - 60_000).toUTCString()))).toBe(-60_000);
  });
  it('says nothing without a date or an end', () => {
    expect(clockOffset(exchange(undefined))).toBeNull();
    expect(clockOffset(exchange('soon'))).toBeNull();
    expect(clockOffset(exchange(new Date(at).toUTCString(), null))).toBeNull();
    expect(clockOffset({ startedAt: at, endedAt: at, response: null })).toBeNull();
  });
});
