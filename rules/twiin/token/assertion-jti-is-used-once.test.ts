import { expect, test } from 'vitest';
import { jwt, kinds, notification, probe, tokenCall, tokenForm, told } from '../../testing.ts';
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
test('tells where and with what', () => {
  const first = made('a', { id: 'e-first' });
  expect(told(rule, [first, made('a')])).toEqual(['pass', 'violation request client_assertion claims.jti: same jti as in e-first']);
  expect(told(rule, [made(undefined)])).toEqual(['violation<=remark request client_assertion claims.jti: absent']);
  expect(told(rule, [made('')])).toEqual(['violation<=remark request client_assertion claims.jti: empty']);
  const grant = (jti: unknown) => tokenCall(tokenForm({ client_assertion: undefined, assertion: jwt({ alg: 'ES512' }, { jti }) }));
  expect(told(rule, [grant(7)])).toEqual(['violation<=remark request assertion claims.jti: 7']);
  expect(kinds(rule, [grant('b'), grant('b')])).toEqual(['pass', 'violation']);
});
test('a jti is used up only by a clean answer; unreadable assertions and other calls are not looked at', () => {
  expect(kinds(rule, [made('a', { fault: 'token-503' }), made('a'), made('a')])).toEqual(['pass', 'pass', 'violation']);
  expect(kinds(rule, [tokenCall(tokenForm({ client_assertion: 'x.y', assertion: undefined }))])).toEqual(['not-applicable']);
  expect(kinds(rule, [made('a', { role: 'twiin-receiver' }), made('a')])).toEqual(['pass', 'violation']);
  expect(kinds(rule, [made('a', { role: 'simulator' }), probe('token', { body: tokenForm() })])).toEqual(['not-applicable']);
});
