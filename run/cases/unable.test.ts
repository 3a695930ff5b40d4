import { expect, test } from 'vitest';
import type { TriggerEvent } from '../../model/exchange.ts';
import { scene } from './testing.ts';
import { endWhenUnable } from './unable.ts';

const event = (outcome: TriggerEvent['outcome']) => ({ outcome, message: 'no such button' }) as TriggerEvent;
test('only a system that says that it cannot ends the case, and lets others have the floor', () => {
  const { c, did } = scene();
  for (const outcome of ['done', 'accepted', 'failed'] as const) endWhenUnable(c, event(outcome));
  expect(did).toEqual([]);
  expect(() => endWhenUnable(c, event('cannot'))).toThrow('The system cannot do this: no such button');
  expect(did).toEqual(['leave floor']);
});
