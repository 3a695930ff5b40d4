import { expect, test } from 'vitest';
import type { Exchange } from '../../model/exchange.ts';
import type { ExchangeRule, Rule, TraceRule } from '../../model/rule.ts';
import type { Store } from '../../model/simulator.ts';
import { notification } from '../../rules/testing.ts';
import { demoClaim } from '../demo/demo-claim.ts';
import type { CaseRecord } from '../engine/case-store.ts';
import type { Correlation } from '../engine/correlation.ts';
import type { TestCase } from '../engine/test-case.ts';
import type { Judgement } from '../judge/judge.ts';
import { openJudging, type Judging, type JudgingParts } from './judging.ts';

const t = (word: string) => ({ nl: word, en: word });
const rule = (judge: (exchange: Exchange) => string): ExchangeRule => ({ id: 'r', scope: 'exchange', title: t('r'), requirements: ['TWIIN-NTF-10'], selects: () => true, judge: (exchange) => [{ kind: 'pass', seen: judge(exchange) }] });
const trace: TraceRule = { id: 'tr', scope: 'trace', span: 'case', title: t('tr'), requirements: ['TWIIN-NTF-10'], judge: (entries) => [{ kind: 'pass', seen: `trace of ${entries.length}` }] };
const testCase = { id: 'A', role: 'twiin-sender', persona: 'minimaal', kind: 'send', addressee: null } as TestCase;
const claim = demoClaim({ xisOrigin: '', controlUrl: '', accessLogUrl: '', jwks: { keys: [] }, secret: '', port: 0 });
interface Over { readonly rules?: readonly Rule[]; readonly cases?: readonly TestCase[]; readonly settle?: () => Promise<void>; readonly left?: readonly Exchange[]; readonly states?: Record<string, Partial<CaseRecord>> }

async function open({ rules = [rule((exchange) => exchange.id), trace], cases = [testCase], settle, left = [], states = {} }: Over = {}): Promise<{ judging: Judging; seen: string[]; marked: string[]; errors: string[] }> {
  const seen: string[] = [];
  const marked: string[] = [];
  const errors: string[] = [];
  const put = (judgement: Judgement): void => { seen.push(...judgement.passed.map((one) => one.seen)); };
  const record = (id: string): CaseRecord => ({ id, state: 'not-started', attempt: 1, facts: {}, ...states[id] }) as CaseRecord;
  const judging = await openJudging({
    sources: { claim, cases, record, correlation: {} as Correlation, registeredKeys: [], store: { list: () => [] } as unknown as Store, nodeUrl: (ura) => ura, now: () => 7 },
    journal: { entries: () => [...left], unjudged: () => [...left], markJudged: (id) => { marked.push(id); } }, caseStore: { load: record }, rules, harnessErrors: errors, changed: () => { seen.push('changed'); },
    book: { add: put, addTrace: put, forgetTrace: (scope: string) => { seen.push(`forget ${scope}`); } } as unknown as JudgingParts['book'],
    fhir: { judge: { of: () => { throw new Error('of this run'); } }, ...(settle && { settle }) },
  });
  return { judging, seen, marked, errors };
}
const ref = { id: 'A', attempt: 1 };

test('an exchange and a case are judged at once, and an exchange is marked', async () => {
  const { judging, seen, marked, errors } = await open();
  judging.exchange(notification({}, { id: 'x1' }));
  judging.case(testCase, ref);
  expect([seen, marked, errors]).toEqual([['x1', 'forget case-A#1', 'trace of 0'], ['x1'], []]);
});
test('a terminology server that breaks is an error of ours, and neither this message nor the next is lost', async () => {
  let asked = 0;
  const { judging, seen, errors } = await open({ settle: async () => { asked += 1; if (asked === 1) throw new Error('server broke'); } });
  for (const id of ['x1', 'x2']) judging.exchange(notification({}, { id }));
  judging.case(testCase, ref);
  expect(seen).toEqual([]);
  await judging.judged();
  expect(seen).toEqual(['x1', 'x2', 'forget case-A#1', 'trace of 0']);
  expect(errors).toEqual([expect.stringMatching(/^x1: Error: server broke/)]);
});
test('messages are judged in the order in which they came, however long the terminology server takes for one', async () => {
  let go!: () => void;
  const slow = new Promise<void>((resolve) => { go = resolve; });
  let asked = 0;
  const { judging, seen } = await open({ settle: () => (asked++ === 0 ? slow : Promise.resolve()) });
  for (const id of ['x1', 'x2']) judging.exchange(notification({}, { id }));
  await new Promise((resolve) => { setImmediate(resolve); });
  expect(seen).toEqual([]);
  go();
  await judging.judged();
  expect(seen).toEqual(['x1', 'x2']);
});
test('a judgement that breaks is an error of ours and leaves the exchange to be judged again', async () => {
  const { judging, marked, errors } = await open({ rules: [rule(() => { throw new Error('rule broke'); })] });
  judging.exchange(notification({}, { id: 'x1' }));
  expect([marked, errors]).toEqual([[], [expect.stringMatching(/^x1: Error: rule broke/)]]);
});
test('what an earlier process left is judged, but never a message of which only the place of a BSN is left', async () => {
  const whole = notification({}, { id: 'x1' });
  const withheld: Exchange = { ...notification({}, { id: 'x2', body: '' }), withheld: { place: 'body.for.identifier', reason: 'outside', keyedHash: '' } };
  const { judging, seen, marked, errors } = await open({ left: [whole, withheld] });
  judging.resume();
  await judging.judged();
  expect([seen, marked, errors]).toEqual([['x1'], ['x1', 'x2'], ['x2: withheld (body.for.identifier), and not judged before the run was interrupted']]);
});
test('cases that had ended are judged again, with a terminology server or without, others not', async () => {
  const cases = ['A', 'B', 'C', 'D'].map((id) => ({ ...testCase, id }));
  const states = { A: { state: 'finished', attempt: 2 }, B: { state: 'waiting' }, C: { state: 'error' }, D: { state: 'not-applicable' } } as const;
  const asking = await open({ cases, states, settle: async () => {} });
  asking.judging.resume();
  await asking.judging.judged();
  expect(asking.seen).toEqual(['forget case-A#2', 'trace of 0', 'forget case-C#1', 'trace of 0']);
  const plain = await open({ cases, states });
  plain.judging.resume();
  expect(plain.seen).toEqual(asking.seen);
});
test('without cases what judges is loaded at the first message and tells when it has judged; later ones are judged at once', async () => {
  const { judging, seen } = await open({ cases: [] });
  for (const id of ['x1', 'x2']) judging.exchange(notification({}, { id }));
  expect(seen).toEqual([]);
  await judging.judged();
  expect(seen).toEqual(['x1', 'x2', 'changed']);
  judging.exchange(notification({}, { id: 'x3' }));
  expect(seen.at(-1)).toBe('x3');
});
test('a rule knows the case, the requirement its severity', async () => {
  const { judging } = await open();
  expect(judging.context(ref)).toMatchObject({ now: 7, facts: { caseKind: 'send' } });
  expect(judging.context(null).persona).toBeNull();
  expect(() => judging.context(null).fhir!.of({ body: new Uint8Array(), fhir: 'stu3', served: false })).toThrow('of this run');
  const { settings } = judging;
  expect(settings.severity(settings.requirement('TWIIN-NTF-17')!)).toBe('warning');
  expect([settings.requirement('NO-SUCH-01'), settings.now()]).toEqual([undefined, 7]);
});
