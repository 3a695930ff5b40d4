import { expect, test } from 'vitest';
import { kinds, searchset } from '../../testing.ts';
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
