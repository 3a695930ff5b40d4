import { expect, test } from 'vitest';
import { isModifier } from './matchers.ts';

test.each([
  ['missing', 'date', true, true], ['not', 'token', true, true], ['not', 'string', false, false], ['text', 'token', true, true], ['exact', 'string', true, true], ['contains', 'token', false, false], ['below', 'uri', true, true], ['below', 'token', false, false], ['in', 'token', false, false],
  ['identifier', 'reference', false, true], ['of-type', 'token', false, true], ['identifier', 'token', false, false],
] as const)(':%s on %s: STU3 %s, R4 %s', (modifier, type, stu3, r4) => { expect([isModifier(modifier, type, 'stu3'), isModifier(modifier, type, 'r4')]).toEqual([stu3, r4]); });
