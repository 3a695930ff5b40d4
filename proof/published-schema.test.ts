import { expect, test } from 'vitest';
import { sampleResult } from '../reports/sample.ts';
import { schemaProblems } from './published-schema.ts';

test('a result as published has no problem; each member that the schema does not know is named', () => {
  expect(schemaProblems(sampleResult())).toEqual([]);
  const strange = { ...sampleResult(), run: { ...sampleResult().run, mood: 'good' } };
  expect(schemaProblems(strange)).toEqual([expect.stringMatching(/^\/run .*mood/)]);
});
