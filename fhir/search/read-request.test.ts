import { expect, test } from 'vitest';
import { readSearch } from './read-request.ts';

const form = 'application/x-www-form-urlencoded; charset=utf-8';
const names = (read: ReturnType<typeof readSearch>) => read?.parameters.map(({ name, value }) => [name, value]);
test('raw, encoded and half encoded spellings mean the same, and are kept for links', () => {
  for (const target of ['Condition?code=http://x|a%20b', 'Condition?code=http%3A%2F%2Fx%7Ca+b', '/Condition?code=http%3A//x|a%20b']) {
    const read = readSearch({ method: 'GET', target });
    expect([read?.type, names(read)]).toEqual(['Condition', [['code', 'http://x|a b']]]);
    expect(target).toContain(read!.parameters[0]!.spelled);
  }
});
test('a form and the URL are read together', () => {
  expect(readSearch({ method: 'POST', target: 'Patient/_search?_id=1', contentType: form, body: 'name=a%26b&name=' })).toMatchObject({ type: 'Patient', parameters: [{ name: '_id', value: '1' }, { name: 'name', value: 'a&b' }, { name: 'name', value: '' }] });
});
test('operations and all types', () => {
  expect(readSearch({ method: 'GET', target: 'Observation/$lastn?max=2' })).toMatchObject({ type: 'Observation', operation: '$lastn' });
  expect(readSearch({ method: 'GET', target: 'Observation/%24lastn' })).toMatchObject({ operation: '$lastn' });
  expect(readSearch({ method: 'GET', target: '?_type=Patient' })).toMatchObject({ type: '' });
  expect(readSearch({ method: 'POST', target: '_search', contentType: form, body: '_type=Patient' })).toMatchObject({ type: '', parameters: [{ name: '_type' }] });
});
test.each([
  ['GET', 'observation'], ['GET', 'Patient/1'], ['GET', 'Patient/$lastn'], ['GET', 'Observation/$everything'], ['GET', '../Patient'], ['POST', 'Patient'], ['GET', 'Patient/_search'], ['DELETE', 'Patient'], ['POST', 'Observation/$lastn'],
])('%s %s is no search', (method, target) => { expect(readSearch({ method, target, contentType: form })).toBeNull(); });
test('a body of another kind is no search', () => { expect(readSearch({ method: 'POST', target: 'Patient/_search', contentType: 'application/json', body: '{}' })).toBeNull(); });
test('a broken escape is left as it is, and marked', () => { expect(readSearch({ method: 'GET', target: 'Condition?code=%zz' })?.parameters).toEqual([{ name: 'code', value: '%zz', spelled: 'code=%zz', broken: true }]); });
