import { expect, test } from 'vitest';
import type { RuleContext } from '../../model/rule.ts';
import { claimWith, contextWith, notification, personaWith, tokenCall, tokenForm } from '../testing.ts';
import { isOfAnotherCase, isSentByHand, wentToItsOwner } from './of-the-case.ts';

const context = (changes: Partial<RuleContext> = {}) => contextWith({ persona: personaWith('999990019'), ...changes });
const elsewhere = { organisation: '90000055' };
const other = { for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990020' } } };
test('another patient at another organisation is another case', () => {
  expect(isOfAnotherCase(notification(other, elsewhere), context())).toBe(true);
  expect(isOfAnotherCase(tokenCall(tokenForm({}, { patient: '999990020' }), elsewhere), context())).toBe(true);
});
test('the patient of the case, the addressee, or nobody named is this case', () => {
  expect(isOfAnotherCase(notification({}, elsewhere), context())).toBe(false);
  expect(isOfAnotherCase(notification(other), context())).toBe(false);
  expect(isOfAnotherCase(notification({ for: undefined }, elsewhere), context())).toBe(false);
  expect(isOfAnotherCase(tokenCall(undefined, elsewhere), context())).toBe(false);
  expect(isOfAnotherCase(notification({}, { ...elsewhere, body: 'x' }), context())).toBe(false);
  expect(isOfAnotherCase(notification(other, elsewhere), context({ persona: null }))).toBe(false);
  expect(isOfAnotherCase(notification(other, elsewhere), context({ addressee: null }))).toBe(false);
});
test('a person sends where the trigger is manual', () => {
  const claim = claimWith();
  const by = (kind: 'manual' | 'webhook') => contextWith({ claim: { ...claim, ixit: { ...claim.ixit, triggers: { 'twiin-sender': kind === 'manual' ? { kind } : { kind, url: 'https://x.test' } } } } });
  expect([isSentByHand(by('manual')), isSentByHand(by('webhook')), isSentByHand(context())]).toEqual([true, false, false]);
});
test('a message at its owner went where it says', () => {
  expect([wentToItsOwner(notification()), wentToItsOwner(notification({}, elsewhere)), wentToItsOwner(notification({ owner: undefined })), wentToItsOwner(tokenCall())]).toEqual([true, false, false, false]);
});
