import { expect, test } from 'vitest';
import { testPurposes } from '../../catalogue/purposes/index.ts';
import type { Claim } from '../../model/claim.ts';
import { demoClaim } from '../demo/demo-claim.ts';
import { preconditionOf, preconditions } from './preconditions.ts';

const base = demoClaim({ xisOrigin: '', controlUrl: '', accessLogUrl: 'https://xis.test/log', jwks: { keys: [] }, secret: '', port: 0 });
const options = (over: Partial<Claim['ics']['options']>): Claim => ({ ...base, ics: { ...base.ics, options: { ...base.ics.options, ...over } } });
const ixit = (over: Partial<Claim['ixit']>): Claim => ({ ...base, ixit: { ...base.ixit, ...over } });

/** Each condition, a claim under which it does not hold, and what is said then. */
const absent: [string, Claim, string][] = [
  ['workflow-task', options({ workflowTask: false }), 'The claim has no workflow task.'],
  ['authorization-base', options({ authorizationBase: false }), 'The claim has no authorization base.'],
  ['cancellation', options({ cancellation: false }), 'Cancellation is not claimed.'],
  ['renewal', options({ renewal: false }), 'Renewal is not claimed.'],
  ['zorg-ab-addressing', options({ addressing: 'static' }), 'Addressing by ZORG-AB is not claimed.'],
  ['content-confirmed', options({ queryList: 'own' }), 'The content of the dossiers is not confirmed.'],
  ['content-confirmed', ixit({ personas: [{ key: 'minimaal', contentConfirmed: false }] }), 'The content of the dossiers is not confirmed.'],
  ['duplicates-possible', options({ duplicatesPossible: false }), 'By the claim no two Tasks with one identifier can exist.'],
  ['access-log-available', ixit({ endpoints: { ...base.ixit.endpoints, accessLog: undefined } }), 'There is no address to read the access log.'],
];
test.each(absent)('%s', (name, claim, said) => {
  expect(preconditionOf(name, base)).toBeNull();
  expect(preconditionOf(name, claim)?.en).toBe(said);
  // It looks at its own part of the claim only.
  for (const other of Object.keys(preconditions)) if (other !== name) expect(preconditionOf(other, claim)).toBeNull();
});
test('every condition is tried here, and the test purposes name these and `pull-seen`, which the evidence shows', () => {
  const known = [...new Set(absent.map(([name]) => name))].sort();
  expect(Object.keys(preconditions).sort()).toEqual(known);
  expect([...new Set(testPurposes.flatMap((one) => one.precondition ?? []))].sort()).toEqual([...known, 'pull-seen'].sort());
});
test('a name that says nothing about the claim leaves it to the evidence', () => {
  for (const name of ['pull-seen', 'something-else']) expect(preconditionOf(name, base)).toBeNull();
});
