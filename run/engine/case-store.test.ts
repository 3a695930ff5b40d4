import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { openDatabase } from '../journal/database.ts';
import { openCaseStore, type CaseRecord } from './case-store.ts';

test('a case that was never saved has not begun, and each time anew', () => {
  const database = openDatabase(join(temporaryFolder(), 'journal.sqlite'));
  const store = openCaseStore(database);
  const fresh: CaseRecord = { id: 'A', state: 'not-started', attempt: 0, phase: 0, memory: {}, facts: {}, wait: null, reasons: [], interrupted: false, errors: [] };
  expect(store.load('A')).toEqual(fresh);
  store.load('A').memory['token'] = 'x';
  expect([store.load('A'), store.all()]).toEqual([fresh, []]);
  database.close();
});
test('what is saved replaces what was, survives the process, and is a copy', () => {
  const file = join(temporaryFolder(), 'journal.sqlite');
  const first = openDatabase(file);
  const store = openCaseStore(first);
  const wait = { id: 'A/message-1', for: 'message' as const, who: { nl: 'w', en: 'w' }, what: { nl: 'w', en: 'w' }, values: { BSN: '999990019' }, seenInstead: [], until: 5 };
  const record: CaseRecord = { ...store.load('A'), state: 'waiting', attempt: 2, phase: 3, memory: { waits: { a: { until: 5 } } }, facts: { cancelled: true }, wait, reasons: [{ nl: 'r', en: 'r' }], interrupted: true, errors: ['e'] };
  store.save({ ...record, attempt: 1 });
  store.save(record);
  store.save({ ...store.load('B'), state: 'finished' });
  first.close();
  const second = openDatabase(file);
  const again = openCaseStore(second);
  expect(again.load('A')).toEqual(record);
  expect(again.load('A')).not.toBe(again.load('A'));
  expect(again.all().map((one) => [one.id, one.state])).toEqual([['A', 'waiting'], ['B', 'finished']]);
  second.close();
});
