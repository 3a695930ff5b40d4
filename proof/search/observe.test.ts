import { expect, test } from 'vitest';
import { observe } from './observe.ts';

const condition = (key: string, mode = 'match') => ({ resource: { resourceType: 'Condition', identifier: [{ value: `x-${key}` }] }, search: { mode } });
const page = (entry: unknown[], next?: string, more: object = {}) => ({ status: 200, json: { resourceType: 'Bundle', entry, link: [{ relation: 'self', url: 'https://x/fhir/Condition?code=a%7Cb&_id=1' }, ...(next === undefined ? [] : [{ relation: 'next', url: next }])], ...more } });
test('pages are followed, includes gathered, the self link read', async () => {
  const pages: Record<string, ReturnType<typeof page>> = { Condition: page([condition('p1'), condition('p9', 'include')], 'https://x/fhir/Condition?2', { total: 2 }), 'Condition?2': page([condition('p2'), condition('p9', 'include')]) };
  expect(await observe(async (target) => pages[target]!, 'https://x/fhir', 'Condition', new Set())).toEqual({
    status: 200, kind: 'Bundle', pages: [['Condition p1'], ['Condition p2']], days: [null, null], includes: ['Condition p9'], total: 2, self: ['Condition', 'code=a|b', '_id=1'],
  });
});
test('a next link to elsewhere, or one without end, is a mistake', async () => {
  await expect(observe(async () => page([], 'https://elsewhere/fhir/Condition'), 'https://x/fhir', 'Condition', new Set())).rejects.toThrow('elsewhere');
  await expect(observe(async () => page([], 'https://x/fhir/Condition'), 'https://x/fhir', 'Condition', new Set())).rejects.toThrow('page 60');
});
test('a refusal has only its status', async () => {
  expect(await observe(async () => ({ status: 400, json: { resourceType: 'OperationOutcome' } }), 'https://x/fhir', 'Condition', new Set())).toMatchObject({ status: 400, kind: 'OperationOutcome', pages: [], self: null });
});
