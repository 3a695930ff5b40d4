import { expect, it } from 'vitest';
import { bundlesOf } from './bases.ts';

const examples = Array.from({ length: 15 }, (_, index) => ({ name: `${index}`, resource: { resourceType: 'Basic', id: `b-${index}` } }));
it('makes a searchset, a collection and a document by turns', () => {
  const bundles = bundlesOf(examples, 'r4').map((one) => one.resource);
  expect(bundles.map((one) => [one.type, (one.entry as readonly unknown[]).length])).toEqual([['searchset', 7], ['collection', 7], ['document', 2]]);
  expect(bundles[2]).toMatchObject({ identifier: {}, timestamp: expect.any(String), entry: [{ resource: { resourceType: 'Composition' } }, {}] });
  expect(bundlesOf(examples, 'stu3')[2]!.resource.timestamp).toBeUndefined();
});
it('leaves out what has no id, and the same resource twice', () => {
  const [bundle] = bundlesOf([{ name: 'a', resource: { resourceType: 'Basic' } }, ...examples.slice(0, 1), ...examples.slice(0, 1)], 'r4');
  expect(bundle!.resource.entry).toHaveLength(1);
});
