import type { Declared } from './compare.ts';

const nothing: Declared['alsoAffects'] = [];
/** Seeded misbehaviours of our own simulators (switches in mocks/), and the simulator requirements that each breaks. */
export const mockDefects: readonly Declared[] = [
  { id: 'zorg-ab-without-metadata', kills: ['ZAB-011'], alsoAffects: nothing },
  { id: 'zorg-ab-refuses-content-type', kills: ['ZAB-014'], alsoAffects: nothing },
  { id: 'zorg-ab-ignores-identifier', kills: ['ZAB-015'], alsoAffects: [{ requirement: 'ZAB-033', why: 'an unknown URA then has hits' }] },
  { id: 'zorg-ab-no-read', kills: ['ZAB-022'], alsoAffects: nothing },
  { id: 'zorg-ab-search-without-total', kills: ['ZAB-033'], alsoAffects: nothing },
  { id: 'zorg-ab-accepts-malformed', kills: ['ZAB-034'], alsoAffects: nothing },
  { id: 'zorg-ab-unknown-type-200', kills: ['ZAB-037'], alsoAffects: nothing },
  { id: 'searchset-without-self', kills: ['BGZ-R-07'], alsoAffects: [{ requirement: 'BGZ-R-08', why: 'no self link to compare' }] },
];
