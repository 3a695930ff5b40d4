import { expect, test } from 'vitest';
import type { ElementFacts, Structure } from '../definitions/structure.ts';
import { againstDifferential, differences } from './snapshot-differences.ts';

const at = (id: string, rest: Partial<ElementFacts> = {}): ElementFacts => ({ id, path: id.replace(/:[^.]*/g, ''), min: 0, max: 1, ...rest });

test('equal snapshots have no differences', () => {
  expect(differences([at('A'), at('A.b')], [at('A'), at('A.b')])).toEqual([]);
});
test('facts, elements and order that differ are told', () => {
  expect(differences([at('A'), at('A.b', { max: '*' }), at('A.c')], [at('A'), at('A.b', { maxLength: 3 }), at('A.d')])).toEqual([
    { element: 'A.b', field: 'max', published: '*', made: 1 }, { element: 'A.b', field: 'maxLength', published: undefined, made: 3 }, { element: 'A.c', field: 'missing' }, { element: 'A.d', field: 'extra' },
  ]);
  expect(differences([at('A'), at('A.b'), at('A.c')], [at('A'), at('A.c'), at('A.b')])).toEqual([{ element: 'A', field: 'order' }]);
});
test('invariants are compared without order and source', () => {
  const rule = (key: string, source?: string) => ({ key, severity: 'error', expression: key, ...(source !== undefined && { source }) }) as const;
  expect(differences([at('A', { constraints: [rule('x', 's'), rule('y')] })], [at('A', { constraints: [rule('y'), rule('x')] })])).toEqual([]);
  expect(differences([at('A', { constraints: [rule('x')] })], [at('A', { constraints: [rule('y')] })])).toHaveLength(1);
});
test('a slice name on the root is told once, not of every element', () => {
  expect(differences([at('Q:S', { sliceName: 'S' }), at('Q:S.a')], [at('Q'), at('Q.a')])).toEqual([{ element: 'Q', field: 'sliceName', published: 'S', made: undefined }]);
});
test('a published fact may contradict its own differential', () => {
  const structure = { differential: [{ id: 'A.b', path: 'A.b', max: 0 }] } as unknown as Structure;
  expect(againstDifferential(structure, { element: 'A.b', field: 'max', published: '*', made: 0 })).toBe(true);
  expect(againstDifferential(structure, { element: 'A.b', field: 'max', published: '*', made: 1 })).toBe(false);
  expect(againstDifferential(structure, { element: 'A.b', field: 'min', published: 0, made: undefined })).toBe(false);
  expect(againstDifferential(structure, { element: 'A.c', field: 'max', published: '*', made: 0 })).toBe(false);
});
