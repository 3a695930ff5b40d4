import { expect, test } from 'vitest';
import { countNumber, portNumber } from './options.ts';

test('a port is a number from 0 to 65535, and nothing that only looks like one', () => {
  expect([portNumber('0'), portNumber('8443'), portNumber('65535')]).toEqual([0, 8443, 65_535]);
  for (const wrong of ['65536', '-1', '1e3', '0x50', '', '8443 ', 'poort']) expect(() => portNumber(wrong), wrong).toThrow(/65535/);
});
test('a count begins at 1', () => {
  expect(countNumber('7')).toBe(7);
  for (const wrong of ['0', '-2', '1.5', 'veel']) expect(() => countNumber(wrong), wrong).toThrow(/1/);
});
