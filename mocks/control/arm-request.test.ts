import { expect, test } from 'vitest';
import { readArmRequest } from './arm-request.ts';

test('a fault with how often and where is read', () => {
  expect(readArmRequest({ id: 'slow', times: 2, where: { endpoint: 'token' } })).toEqual({ ok: true, request: { id: 'slow', times: 2, where: { endpoint: 'token' } } });
});
test('what is wrong is named, and a long key does not make a long answer', () => {
  const problemOf = (body: unknown): string => { const read = readArmRequest(body); return read.ok ? '' : read.problem; };
  expect(problemOf({ id: 'slow', times: 0 })).toContain('times');
  expect(problemOf({ id: 'slow', where: { path: '/x' } })).toContain('where');
  expect(problemOf(null)).not.toBe('');
  expect(problemOf({ id: 'slow', ['x'.repeat(5000)]: 1 }).length).toBeLessThanOrEqual(400);
});
