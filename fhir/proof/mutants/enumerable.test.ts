import { expect, it } from 'vitest';
import type { Definitions } from '../../definitions/definitions.ts';
import type { CodeSystemFacts, ValueSetFacts } from '../../definitions/terminology.ts';
import { coreDefinitions } from '../../tables/core.ts';
import { noCode, surelyLacks } from './enumerable.ts';

function world(valueSets: Record<string, Pick<ValueSetFacts, 'include'>>, systems: Record<string, CodeSystemFacts['content']>): Definitions {
  return {
    ...coreDefinitions('r4'), valueSet: (canonical) => (valueSets[canonical] === undefined ? null : { url: canonical, ...valueSets[canonical] }),
    codeSystem: (url) => (systems[url] === undefined ? null : { url, content: systems[url], codes: [{ code: 'a' }] }),
  };
}
it('is sure of lists and of complete systems, also through other value sets', () => {
  const definitions = world({ list: { include: [{ system: 's', concepts: [{ code: 'a' }] }] }, whole: { include: [{ system: 'known' }] }, other: { include: [{ valueSets: ['list', 'whole'] }] } }, { known: 'complete' });
  for (const one of ['list', 'whole', 'other']) { expect(surelyLacks(definitions, one, noCode), one).toBe(true); expect(surelyLacks(definitions, one, 'a'), one).toBe(false); }
});
it('is not sure of what is not here, not whole, or described in words', () => {
  const definitions = world({ unknown: { include: [{ system: 'elsewhere' }] }, part: { include: [{ system: 'fragment' }] }, empty: { include: [] }, circle: { include: [{ valueSets: ['circle'] }] }, mixed: { include: [{ system: 's', concepts: [{ code: 'a' }] }, { system: 'elsewhere' }] } }, { fragment: 'fragment' });
  for (const one of ['unknown', 'part', 'empty', 'circle', 'mixed', 'absent']) expect(surelyLacks(definitions, one, noCode), one).toBe(false);
});
