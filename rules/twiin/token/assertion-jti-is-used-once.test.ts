import { expect, test } from 'vitest';
import { jwt, kinds, notification, tokenCall, tokenForm } from '../../testing.ts';
import { assertionJtiIsUsedOnce as rule } from './assertion-jti-is-used-once.ts';

const made = (jti: string | undefined, settings = {}) => tokenCall(tokenForm({ assertion: undefined, client_assertion: jwt({ alg: 'ES512' }, jti === undefined ? {} : { jti }) }), settings);
test('passes new jtis', () => { expect(kinds(rule, [made('a'), made('b')])).toEqual(['pass', 'pass']); });
test('reports a second use, also within one request', () => {
  expect(kinds(rule, [made('a'), made('a')])).toEqual(['pass', 'violation']);
  const one = jwt({ alg: 'ES512' }, { jti: 'same' });
  expect(kinds(rule, [tokenCall(tokenForm({ assertion: one, client_assertion: one }))])).toEqual(['pass', 'violation']);
});
test('allows a retry, remarks on absence, does not apply without assertions', () => {
  expect(kinds(rule, [made('a', { status: null }), made('a')])).toEqual(['pass', 'pass']);
  expect(kinds(rule, [made(undefined)])).toEqual(['violation<=remark']);
  expect(kinds(rule, [notification()])).toEqual(['not-applicable']);
});
