import { expect, test } from 'vitest';
import { duration, instant, timeOfDay } from './time.ts';

test('an instant is told in Dutch time, winter and summer', () => {
  expect(instant(Date.UTC(2026, 10, 17, 22, 4, 12), 'nl')).toBe('17 nov 2026 23:04:12 CET');
  expect(instant(Date.UTC(2026, 4, 1, 22, 4, 12), 'nl')).toBe('2 mei 2026 00:04:12 CEST');
  expect(instant(Date.UTC(2026, 4, 1, 22, 4, 12), 'en')).toBe('2 May 2026 00:04:12 CEST');
});

test('what is no instant is a dash', () => {
  expect(instant(Number.NaN, 'nl')).toBe('–');
  expect(instant(1e300, 'nl')).toBe('–');
});

test.each([[12, '12 ms'], [4000, '4 s'], [59_700, '1 min'], [184_000, '3 min 4 s'], [4_320_000, '1 h 12 min'], [3_600_000, '1 h'], [-1, '–']])('%d ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test('a time of day is Dutch too, with milliseconds', () => {
  expect(timeOfDay(Date.UTC(2026, 10, 17, 22, 4, 12, 5))).toBe('23:04:12.005');
  expect(timeOfDay(Date.UTC(2026, 4, 1, 22, 4, 12, 705))).toBe('00:04:12.705');
  expect(timeOfDay(Number.NaN)).toBe('–');
});
