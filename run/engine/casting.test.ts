import { expect, test } from 'vitest';
import type { Claim } from '../../model/claim.ts';
import { cast, fitting, personaOfBsn } from './casting.ts';

const claim = (...personas: Claim['ixit']['personas'][number][]): Claim => ({ ixit: { personas } }) as unknown as Claim;
const one = (key: string, over: object = {}) => ({ key, contentConfirmed: true, ...over });

test('ours where the claim lists them, with the BSN that the claim gives', () => {
  const listed = claim(one('minimaal', { bsn: '900186021' }), one('nictiz-c'));
  expect(cast(listed, 'minimaal')).toMatchObject({ key: 'minimaal', bsn: '900186021', contentConfirmed: true });
});
test('published patients play the parts of ours by their kind', () => {
  const listed = claim(one('nictiz-d'), one('nictiz-b'), one('nictiz-e', { contentConfirmed: false }));
  expect(['minimaal', 'volledig', 'zwaar'].map((part) => cast(listed, part).key)).toEqual(['nictiz-e', 'nictiz-b', 'nictiz-d']);
  expect(cast(listed, 'minimaal')).toMatchObject({ bsn: '999906276', contentConfirmed: false, persona: { patient: { family: 'Ast' } } });
});
test('without one of the kind anybody who is listed plays, for nobody else is in the system; but nobody fits', () => {
  const listed = claim(one('nictiz-c'));
  expect(cast(listed, 'zwaar').key).toBe('nictiz-c');
  expect(fitting(listed, 'zwaar')).toBeNull();
  expect(cast(claim(), 'zwaar')).toMatchObject({ key: 'zwaar', contentConfirmed: false });
});
test('our sender finds the dossier of a BSN: of the claim, of ours, of nobody', () => {
  const listed = claim(one('volledig', { bsn: '900186021' }), one('nictiz-c'));
  expect(personaOfBsn(listed, '900186021')).toMatchObject({ key: 'volledig', patient: { bsn: '900186021' } });
  expect(personaOfBsn(listed, '999901370')?.patient.family).toBe('Herder');
  expect(personaOfBsn(listed, '999990019')?.key).toBe('minimaal');
  expect(personaOfBsn(listed, '999900006')).toBeNull();
});
