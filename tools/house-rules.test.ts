import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, problemsOf } from './house-rules.ts';

const root = resolve(import.meta.dirname, '..');
test('a wrong direction is found, a right one is not', () => {
  const file = join(root, 'reference-xis/x.ts');
  expect(problemsOf('reference-xis', file, "import { a } from '../rules/index.ts';")).toEqual(['reference-xis/x.ts: room reference-xis may not import from rules']);
  expect(problemsOf('reference-xis', file, "import type { A } from '../model/claim.ts';\nimport { b } from './b.ts';")).toEqual([]);
  expect(problemsOf('mocks', join(root, 'mocks/a/b.ts'), "const x = await import('../../rules/index.ts');")).toHaveLength(1);
});
test('only relative imports count', () => {
  expect(importsOf("import { z } from 'zod'; export { q } from '../q.ts';", join(root, 'run/a.ts'))).toEqual(['q.ts']);
});
