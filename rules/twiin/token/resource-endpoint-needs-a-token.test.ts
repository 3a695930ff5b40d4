import { expect, test } from 'vitest';
import { condition, kinds, outcomeBody, probe, searchset, spoiled, told } from '../../testing.ts';
import { resourceEndpointNeedsAToken as rule } from './resource-endpoint-needs-a-token.ts';

const answered = (status: number | null, answer: Record<string, unknown> = searchset([condition()])) => probe('resource', { status, answer, stimulus: spoiled('no-token') });
test('passes a refusal', () => { expect(kinds(rule, answered(401))).toEqual(['pass']); });
test('reports a success with harm', () => { expect(kinds(rule, answered(200))).toEqual(['violation!']); });
test('an answer that gave nothing away did no harm', () => {
  for (const answer of [searchset([]), searchset([outcomeBody]), outcomeBody]) expect(kinds(rule, answered(200, answer))).toEqual(['violation']);
});
test('a wrong address is no refusal', () => {
  for (const status of [404, 405, 429, 503]) expect(kinds(rule, answered(status, outcomeBody))).toEqual(['not-tested']);
});
test('cannot judge silence; looks at this stimulus only', () => {
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, probe('resource', { stimulus: spoiled('token-expired') }))).toEqual([]);
});
test('tells where; a redirect is no refusal', () => {
  expect(told(rule, answered(200))).toEqual(['violation! response status: HTTP 200 on no-token']);
  expect(told(rule, answered(302))).toEqual(['violation<=warning response status: HTTP 302 on no-token']);
});
