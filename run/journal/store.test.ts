import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { openDatabase } from './database.ts';
import { databaseStore } from './store.ts';

test('keeps one value under a collection and key, gives copies, in the order of the keys, and survives the process', () => {
  const file = join(temporaryFolder(), 'journal.sqlite');
  const first = openDatabase(file);
  const store = databaseStore(first);
  const value = { deep: [1] };
  store.put('grants', 'b', value);
  store.put('grants', 'a', 'first');
  store.put('grants', 'a', 'second');
  store.put('tokens', 'b', null);
  value.deep.push(2);
  first.close();
  const second = openDatabase(file);
  const again = databaseStore(second);
  expect([again.get('grants', 'a'), again.get('grants', 'b'), again.get('tokens', 'b'), again.get('tokens', 'a')]).toEqual(['second', { deep: [1] }, null, undefined]);
  expect(again.list('grants')).toEqual([{ key: 'a', value: 'second' }, { key: 'b', value: { deep: [1] } }]);
  again.delete('grants', 'b');
  again.delete('grants', 'never there');
  expect([again.list('grants').length, again.list('tokens').length, again.list('nothing')]).toEqual([1, 1, []]);
  second.close();
});
