import { expect, test } from 'vitest';
import { finding } from './testing.ts';

const find = finding('r4', [{ resourceType: 'ValueSet', id: 'a', url: 'http://x.example/ValueSet/a' }, { resourceType: 'ValueSet', id: 'b', url: 'http://x.example/ValueSet/b', meta: { profile: ['http://x.example/profile|1'] } }]);
test.each([
  ['url=http://x.example/ValueSet/a', 'a'], ['url=http://x.example/valueset/a', ''], ['url=http://x.example/ValueSet', ''], ['url:below=http://x.example/', 'a,b'], ['url:above=http://x.example/ValueSet/b/c', 'b'], ['url:contains=x', '400 not-supported'],
  ['_profile=http://x.example/profile|1', 'b'],
])('%s finds %j', (query, expected) => { expect(find(`ValueSet?${query}`)).toBe(expected); });
