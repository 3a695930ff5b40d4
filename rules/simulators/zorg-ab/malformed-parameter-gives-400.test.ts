import { expect, test } from 'vitest';
import { kinds, searchset, told } from '../../testing.ts';
import { asked, zuid } from './testing.ts';
import { malformedParameterGives400 as rule } from './malformed-parameter-gives-400.ts';

const wrong = (settings: Record<string, unknown>) => asked('Organization?identifier=%7C%7Ckapot%7C', settings);
const outcome = (code: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] });
test('passes 400 invalid', () => { expect(kinds(rule, wrong({ status: 400, answer: outcome('invalid') }))).toEqual(['pass']); });
test('reports acceptance and another code', () => {
  expect(kinds(rule, wrong({ answer: searchset([]) }))).toEqual(['violation']);
  expect(kinds(rule, wrong({ status: 400, answer: outcome('security') }))).toEqual(['violation']);
});
test('looks at malformed questions only', () => { expect(kinds(rule, asked(`Organization?${zuid}`))).toEqual([]); });
test('tells the answer; all of it must be right at once', () => {
  const seen = (answer: object, status = 400) => told(rule, wrong({ status, answer }));
  expect(seen(outcome('invalid'), 422)).toEqual(['violation response body: HTTP 422']);
  const issue = (...issues: object[]) => ({ resourceType: 'OperationOutcome', issue: issues });
  expect(seen({ ...outcome('invalid'), resourceType: 'Bundle' })).toEqual(['violation response body: HTTP 400']);
  expect(seen(issue({ severity: 'warning', code: 'invalid' }, { severity: 'error', code: 'x' }))).toEqual(['violation response body: HTTP 400']);
  expect(seen(issue({ severity: 'warning', code: 'x' }, { severity: 'error', code: 'invalid' }))).toEqual(['pass']);
});
test.each<[string, boolean]>([['a|b|c', true], ['a|', true], ['|', true], ['', true], ['a|b', false], ['|b', false], ['b', false]])('identifier=%s is malformed: %s', (identifier, malformed) => {
  expect(kinds(rule, asked(`Organization?identifier=${identifier}`)).length > 0).toBe(malformed);
});
test('another type, or no identifier, is not looked at', () => { for (const path of ['Endpoint?identifier=a|b|c', 'Organization?name=a|b|c']) expect(kinds(rule, asked(path)), path).toEqual([]); });
