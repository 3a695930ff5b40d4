import { expect, test } from 'vitest';
import { nodeOf } from './settings.ts';

test.each([
  ['/t1/twiin/90000044/fhir/Condition?x=/twiin/90000022/y', { ura: '90000044', rest: '/fhir/Condition' }], ['/t1/twiin/90000044', { ura: '90000044', rest: '/' }],
  ['/.well-known/oauth-authorization-server/t1/twiin/90000044', { ura: '90000044', rest: '/.well-known/oauth-authorization-server' }],
  ['/t1/twiin/1234/fhir', null], ['/t1/zorg-ab/zab-ro/fhir', null],
])('%s is %j', (target, expected) => { expect(nodeOf(target)).toEqual(expected); });
