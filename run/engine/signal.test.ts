import { expect, test } from 'vitest';
import { openChanges } from './signal.ts';

test('a change wakes everybody who waits now, and nobody who waits later', async () => {
  const changes = openChanges();
  const woken: string[] = [];
  void changes.next().then(() => woken.push('first'));
  const second = changes.next().then(() => { woken.push('second'); });
  changes.notify();
  const later = changes.next().then(() => { woken.push('later'); });
  await second;
  expect(woken).toEqual(['first', 'second']);
  changes.notify();
  await later;
  expect(woken).toEqual(['first', 'second', 'later']);
});
test('a change that nobody waits for is not kept', async () => {
  const changes = openChanges();
  changes.notify();
  let woken = false;
  void changes.next().then(() => { woken = true; });
  await Promise.resolve();
  await new Promise((resolve) => { setImmediate(resolve); });
  expect(woken).toBe(false);
});
