import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';

test('one issue a problem, in two languages', () => {
  expect(outcomeOf([{ parameter: 'x', code: 'invalid', text: { nl: 'fout', en: 'wrong' } }], 'error')).toEqual({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'invalid', details: { text: 'wrong' }, diagnostics: 'fout' }] });
});
