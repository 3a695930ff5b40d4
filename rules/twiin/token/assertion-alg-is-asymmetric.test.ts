import { expect, test } from 'vitest';
import { jwt, kinds, tokenCall, tokenForm } from '../../testing.ts';
import { assertionAlgIsAsymmetric as rule } from './assertion-alg-is-asymmetric.ts';

const made = (alg: unknown) => tokenCall(tokenForm({ client_assertion: jwt({ typ: 'JWT', ...(alg === undefined ? {} : { alg }) }, {}) }));
test.each(['ES512', 'PS256', 'ES256', 'EdDSA'])('passes %s', (alg) => { expect(kinds(rule, made(alg))).toEqual(['pass', 'pass']); });
test.each(['none', 'HS256', undefined, 7, 'toString'])('reports %s', (alg) => { expect(kinds(rule, made(alg))).toEqual(['violation', 'pass']); });
test('remarks on RS256', () => { expect(kinds(rule, made('RS256'))).toEqual(['violation<=remark', 'pass']); });
test('does not apply without assertions', () => { expect(kinds(rule, tokenCall('a=b'))).toEqual(['not-applicable']); });
