import type { MutantResult } from '@stryker-mutator/api/core';
import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';

const result = (status: MutantResult['status']): MutantResult => ({ id: status, fileName: 'f.ts', mutatorName: 'm', status, location: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } }) as MutantResult;
test('what no test reaches counts as not noticed; what was left out or does not load counts not at all', () => {
  const statuses = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError', 'RuntimeError'] as const;
  const figures = figuresOf(statuses.map(result));
  expect(figures).toMatchObject({ total: 5, killed: 2, timedOut: 1, survived: 1, uncovered: 1, leftOut: 1 });
  expect(figures.survivors.map((one) => one.status)).toEqual(['Survived', 'NoCoverage']);
});
