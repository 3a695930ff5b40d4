import { expect, test } from 'vitest';
import { faultById } from '../../../mocks/faults/index.ts';
import type { Claim } from '../../../model/claim.ts';
import { notification } from '../../../rules/testing.ts';
import type { TestCase } from '../../engine/test-case.ts';
import { claim, ends, scene, type Scene } from '../testing.ts';
import { attestCase, directoryCases, inactiveOnlyCase, lookalikeCase, slowedCase, zonelessCase } from './cases.ts';

async function whole(one: TestCase, over: Scene = {}) {
  const at = scene(over);
  const said: (string | null)[] = [];
  for (const phase of one.phases) said.push(await ends(phase, at.c));
  return { ...at, said };
}
const roles = (...claimed: string[]): Claim => ({ ...claim, ics: { ...claim.ics, roles: claimed } });

test('use of the address book is tested where it is claimed, and looking up a receiver where there is a sender', () => {
  const out = (one: Claim): string[] => directoryCases.filter((each) => each.notApplicable(one) !== null).map((each) => each.id);
  expect([out(roles('zorgab-client', 'twiin-sender')), out(roles('zorgab-client'))]).toEqual([[], ['TA-01', 'TA-04', 'TA-05', 'TA-02']]);
  expect(out(roles('twiin-sender'))).toHaveLength(directoryCases.length);
});
test('what all conversations see is changed alone, with the floor between, and put back', async () => {
  const { absence, notification: window } = claim.ixit.windows;
  const send = ['take floor', 'trigger send {}', 'leave floor'];
  expect((await whole(inactiveOnlyCase)).did).toEqual(['arm zorg-ab-only-inactive', ...send, 'disarm']);
  expect((await whole(slowedCase)).did).toEqual(['arm zorg-ab-429', ...send, 'disarm']);
  expect((await whole(lookalikeCase)).did).toEqual(['fact lookalike true', 'lookalike true', ...send, 'lookalike false']);
  const zoneless = await whole(zonelessCase);
  expect(zoneless.did).toEqual(['fact zoneless true', 'arm zorg-ab-zoneless', ...send, 'disarm']);
  expect([zoneless.waits[0].window, (await whole(lookalikeCase)).waits[0].window]).toEqual([window, absence]);
  expect(directoryCases.filter((one) => one.alone === true)).toEqual([inactiveOnlyCase, slowedCase, zonelessCase, lookalikeCase]);
});
test('the faults that are armed exist', async () => {
  for (const one of [inactiveOnlyCase, slowedCase, zonelessCase]) {
    const armed = (await whole(one)).did.find((line) => line.startsWith('arm '))!.slice('arm '.length);
    expect(faultById(armed), armed).toBeDefined();
  }
});
test('a message ends the wait, whether it should come or not', async () => {
  const arrives = [notification()];
  for (const one of [inactiveOnlyCase, zonelessCase]) {
    const { waits, c, said } = await whole(one, { arrives });
    expect([waits[0].find(c.entries()), waits[0].find([]), said.filter((each) => each !== null)]).toEqual([arrives[0], undefined, []]);
  }
});
test('people are asked one thing at a time, and no answer is no verdict', async () => {
  const { did, said } = await whole(attestCase);
  expect(did).toEqual(['ask ZAB-028', 'ask ZAB-030']);
  expect(said).toEqual(['ZAB-028', 'ZAB-030'].map((id) => `Question ${id} was not answered within the window.`));
  const answered = await whole(attestCase, { ask: async () => ({ kind: 'attestation' }) as never });
  expect(answered.said).toEqual([null, null]);
});
