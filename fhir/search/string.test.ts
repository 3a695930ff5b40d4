import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { finding } from './testing.ts';

const resources: FhirResource[] = [
  { resourceType: 'Patient', id: 'p', name: [{ use: 'official', family: 'van der Ééndrecht', given: ['José', 'Maria'], prefix: ['dr.'] }], address: [{ city: "'s-Gravenproef", line: ['Teststraat  1'], use: 'home' }] },
  { resourceType: 'Patient', id: 'q', name: [{ text: 'VAN DER PLAS, a' }] },
];
test.each(['stu3', 'r4'] as const)('string search in %s', (version) => {
  const find = finding(version, resources);
  const expected: [string, string][] = [
    ['Patient?name=van der', 'p,q'], ['Patient?name=Van Der Eend', 'p'], ['Patient?name=jos%C3%A9', 'p'], ['Patient?name=mar', 'p'], ['Patient?name=drecht', ''], ['Patient?name:contains=DRECHT', 'p'], ['Patient?name:exact=Jos%C3%A9', 'p'], ['Patient?name:exact=jos%C3%A9', ''], ['Patient?name:exact=Jos', ''],
    ['Patient?name=official', ''], ['Patient?family=van', 'p'], ['Patient?given=jose,nobody', 'p'], ['Patient?name=plas\\, a', ''], ['Patient?name:contains=plas\\, a', 'q'], ['Patient?address-city=%27s-grav', 'p'], ['Patient?address=teststraat 1', 'p'], ['Patient?address=home', ''], ['Patient?name:not=x', '400 not-supported'],
  ];
  for (const [query, ids] of expected) expect(find(query), query).toBe(ids);
});
