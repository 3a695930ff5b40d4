import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import type { Finding } from '../../model/result.ts';
import { openDatabase } from '../journal/database.ts';
import type { Judgement, Passed, Unjudged } from './judge.ts';
import { openVerdictBook } from './verdict-book.ts';

const finding = (id: string, actual = ''): Finding => ({ id, actual }) as Finding;
const judgement = (over: Partial<Judgement> = {}): Judgement => ({ findings: [], passed: [], unjudged: [], ...over });
const passed = (seen: string): Passed => ({ seen }) as Passed;
const unjudged = (rule: string): Unjudged => ({ rule }) as Unjudged;

test('what was judged survives the process, in the order in which it was judged', () => {
  const file = join(temporaryFolder(), 'journal.sqlite');
  const first = openDatabase(file);
  const book = openVerdictBook(first);
  book.add(judgement({ findings: [finding('b'), finding('a')], passed: [passed('1'), passed('2')], unjudged: [unjudged('u')] }), 1);
  book.add(judgement(), 2);
  book.addTrace(judgement({ findings: [finding('c')], passed: [passed('3')], unjudged: [unjudged('v')] }), 'case-A#1');
  first.close();
  const second = openDatabase(file);
  const again = openVerdictBook(second);
  expect(again.findings().map((one) => one.id)).toEqual(['b', 'a', 'c']);
  expect(again.passed().map((one) => one.seen)).toEqual(['1', '2', '3']);
  expect(again.unjudged().map((one) => one.rule)).toEqual(['u', 'v']);
  second.close();
});
test('the same violation is one finding, as it was judged last; evidence counts each time', () => {
  const database = openDatabase(join(temporaryFolder(), 'journal.sqlite'));
  const book = openVerdictBook(database);
  for (const actual of ['once', 'twice']) book.add(judgement({ findings: [finding('a', actual)], passed: [passed('same')] }), 1);
  expect(book.findings()).toEqual([finding('a', 'twice')]);
  expect(book.passed()).toHaveLength(2);
  database.close();
});
test('a trace that is judged again is forgotten first, and nothing else', () => {
  const database = openDatabase(join(temporaryFolder(), 'journal.sqlite'));
  const book = openVerdictBook(database);
  book.add(judgement({ passed: [passed('message')] }), 1);
  book.addTrace(judgement({ findings: [finding('a')], passed: [passed('A')], unjudged: [unjudged('u')] }), 'case-A#1');
  book.addTrace(judgement({ passed: [passed('A again')] }), 'case-A#2');
  book.forgetTrace('case-A#1');
  expect([book.findings(), book.unjudged(), book.passed().map((one) => one.seen)]).toEqual([[], [], ['message', 'A again']]);
  database.close();
});
