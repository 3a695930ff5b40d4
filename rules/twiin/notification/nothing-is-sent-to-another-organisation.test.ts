import { expect, test } from 'vitest';
import { kinds, notification, tokenCall, tokenForm } from '../../testing.ts';
import { nothingIsSentToAnotherOrganisation as rule } from './nothing-is-sent-to-another-organisation.ts';

const oost = { organisation: '90000055' };
test('passes when all went to the addressee', () => { expect(kinds(rule, [tokenCall(), notification()])).toEqual(['pass']); });
test('reports a notification or patient elsewhere with harm, a bare token request mildly', () => {
  expect(kinds(rule, [notification(), notification({}, oost)])).toEqual(['violation!']);
  expect(kinds(rule, [tokenCall(tokenForm({}, { patient: '999990019' }), oost), notification()])).toEqual(['violation!']);
  expect(kinds(rule, [tokenCall(undefined, oost), notification()])).toEqual(['violation<=warning']);
});
test('does not apply without addressee or messages', () => {
  expect(kinds(rule, [notification()], { addressee: null })).toEqual(['not-applicable']);
  expect(kinds(rule, [])).toEqual(['not-applicable']);
});
