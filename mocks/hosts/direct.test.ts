import { expect, test } from 'vitest';
import { createSimulators } from '../index.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { BrokenTransport, callDirect } from './direct.ts';

const metadata = (origin: string): { url: string } => ({ url: `${origin}/t1/zorg-ab/zab-ro/fhir/metadata` });

test.each([['no-answer', 'no-answer'], ['reset-before-answer', 'reset'], ['cut-in-body', 'cut']] as const)('%s throws what a test can expect', async (id, fault) => {
  const simulators = await createSimulators();
  simulators.armFault(id, 1);
  const failure = await callDirect(simulators.kernel, metadata(simulators.origin)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(BrokenTransport);
  expect((failure as BrokenTransport).fault).toBe(fault);
});
test('a slow answer takes the time of the clock', async () => {
  const clock = manualClock();
  const simulators = await createSimulators({ clock });
  simulators.armFault('slow-answer', 1);
  let answered = false;
  const calling = callDirect(simulators.kernel, metadata(simulators.origin)).then((reply) => { answered = true; return reply; });
  await clock.advance(7999);
  expect(answered).toBe(false);
  await clock.advance(1);
  expect((await calling).status).toBe(200);
});
test('the target stays as it was written', async () => {
  const simulators = await createSimulators();
  await callDirect(simulators.kernel, { url: `${simulators.origin}/t1/zorg-ab/zab-ro/fhir/Organization?name=a|b%7Cc&x=../y#part` });
  expect(simulators.received().map((one) => one.url)).toEqual([`${simulators.origin}/t1/zorg-ab/zab-ro/fhir/Organization?name=a|b%7Cc&x=../y`]);
});
test('something that is no URL says what to give', async () => {
  const simulators = await createSimulators();
  await expect(callDirect(simulators.kernel, { url: '/t1/zorg-ab' })).rejects.toThrow('absolute URL');
});
