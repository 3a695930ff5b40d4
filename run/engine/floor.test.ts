import { expect, test } from 'vitest';
import { openFloor } from './floor.ts';

const a = { id: 'TS-01', attempt: 1 };
const b = { id: 'TS-02', attempt: 1 };
const c = { id: 'TS-03', attempt: 1 };
const soon = (promise: Promise<void>): Promise<string> => Promise.race([promise.then(() => 'has it', () => 'stopped'), new Promise<string>((resolve) => { setImmediate(() => resolve('waits')); })]);

test('one has it; the others get it in the order in which they asked', async () => {
  const floor = openFloor();
  await floor.take(a);
  const second = floor.take(b);
  const third = floor.take(c);
  expect([await soon(second), await soon(third), floor.holder()]).toEqual(['waits', 'waits', a]);
  floor.leave(a);
  expect([await soon(second), await soon(third), floor.holder()]).toEqual(['has it', 'waits', b]);
});
test('who has it may take it again; another attempt of the same case may not, nor give it up', async () => {
  const floor = openFloor();
  await floor.take(a);
  await floor.take(a);
  floor.leave({ id: 'TS-01', attempt: 2 });
  expect(floor.holder()).toEqual(a);
  expect(await soon(floor.take({ id: 'TS-01', attempt: 2 }))).toBe('waits');
});
test('who waits for it stops with the run, and does not get it afterwards', async () => {
  const floor = openFloor();
  const stop = new AbortController();
  await floor.take(a, stop.signal);
  const waiting = floor.take(b, stop.signal);
  stop.abort();
  expect(await soon(waiting)).toBe('stopped');
  floor.leave(a);
  expect(floor.holder()).toBeNull();
  await floor.take(a);
  expect(await soon(floor.take(c, stop.signal))).toBe('stopped');
});
