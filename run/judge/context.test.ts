import { expect, test } from 'vitest';
import { expectedCountsFor } from '../../fixtures/expectations.ts';
import { minimaal } from '../../fixtures/personas/index.ts';
import type { Claim } from '../../model/claim.ts';
import type { CaseRef } from '../../model/exchange.ts';
import type { Grant } from '../../model/grant.ts';
import type { Store } from '../../model/simulator.ts';
import { notification } from '../../rules/testing.ts';
import { demoClaim } from '../demo/demo-claim.ts';
import type { CaseRecord } from '../engine/case-store.ts';
import type { Correlation } from '../engine/correlation.ts';
import type { TestCase } from '../engine/test-case.ts';
import { ruleContext, type ContextSources } from './context.ts';

const base = demoClaim({ xisOrigin: '', controlUrl: '', accessLogUrl: '', jwks: { keys: [] }, secret: '', port: 0 });
const claimed = (personas: Claim['ixit']['personas'], queryList: Claim['ics']['options']['queryList'] = 'bgz-2-alpha'): Claim =>
  ({ ...base, ics: { ...base.ics, options: { ...base.ics.options, queryList } }, ixit: { ...base.ixit, personas } });
const testCase = { id: 'A', kind: 'send', role: 'twiin-sender', persona: 'minimaal', addressee: '90000022' } as TestCase;
const ref: CaseRef = { id: 'A', attempt: 2 };
interface Known { readonly claim?: Claim; readonly record?: Partial<CaseRecord>; readonly grants?: readonly Grant[]; readonly owner?: Correlation['find'] }
const sources = ({ claim = base, record = {}, grants = [], owner = () => null }: Known = {}): ContextSources => ({
  claim, cases: [testCase], record: () => ({ attempt: 2, facts: {}, ...record }) as CaseRecord, nodeUrl: (ura) => `https://us.test/t1/twiin/${ura}`, now: () => 7, registeredKeys: [{ kty: 'EC' }],
  store: { list: () => grants.map((value, at) => ({ key: String(at), value })) } as unknown as Store, correlation: { find: owner } as unknown as Correlation, fhir: { of: () => { throw new Error(); } },
});

test('of a case: its kind, its facts, its patient by the BSN of the claim, its addressee', () => {
  const claim = claimed([{ key: 'minimaal', bsn: '900186021', contentConfirmed: true }]);
  const context = ruleContext(sources({ claim, record: { facts: { cancelled: true } } }), ref);
  expect(context).toMatchObject({ claim, now: 7, addressee: '90000022', facts: { caseKind: 'send', cancelled: true }, persona: { key: 'minimaal', patient: { family: minimaal.patient.family, bsn: '900186021' } }, registeredKeys: [{ kty: 'EC' }] });
});
test('facts of another attempt are not those of this one', () => {
  expect(ruleContext(sources({ record: { attempt: 3, facts: { cancelled: true } } }), ref).facts).toEqual({ caseKind: 'send' });
});
test('outside every case, or of a case that is not known, there is no patient, no fact and no grant', () => {
  const grants = [{ kind: 'token', caseId: 'A#2' } as Grant];
  for (const one of [null, { id: 'Z', attempt: 1 }]) expect(ruleContext(sources({ grants, record: { facts: { told: 1 } } }), one)).toMatchObject({ persona: null, expectedCounts: null, addressee: null, grants: [], facts: { caseKind: 'none' } });
});
test('our addresses are those of the organisation that takes part in the message', () => {
  expect(ruleContext(sources(), ref, notification()).audience).toEqual({ tokenEndpoint: 'https://us.test/t1/twiin/90000022/oauth/token', authorizationServer: 'https://us.test/t1/twiin/90000022' });
  expect(ruleContext(sources(), ref, { ...notification(), organisation: '' }).audience).toEqual({ tokenEndpoint: '/oauth/token', authorizationServer: '' });
});
test('counts are expected only of a dossier that somebody confirmed, by a published list', () => {
  const counts = (confirmed: boolean, list: Claim['ics']['options']['queryList']) => ruleContext(sources({ claim: claimed([{ key: 'minimaal', contentConfirmed: confirmed }], list) }), ref).expectedCounts;
  expect(counts(true, 'bgz-2-alpha')).toEqual(expectedCountsFor('minimaal', 'bgz-2-alpha'));
  expect(Object.keys(counts(true, 'bgz-1') ?? {}).length).toBeGreaterThan(3);
  expect([counts(false, 'bgz-2-alpha'), counts(true, 'own')]).toEqual([null, null]);
});
test('grants are those of this attempt: by their owner, or by the key under which the simulators gave them out', () => {
  const notified = { kind: 'notification', identifier: 'n1' };
  const grants = [{ kind: 'token', value: 't1', caseId: 'A#2' }, { kind: 'token', value: 't2', caseId: 'A#1' }, { kind: 'token', value: 't3', caseId: '' }, { ...notified, caseId: '' }, { kind: 'token', value: 't4', caseId: '' }, { kind: 'token', value: 't5', caseId: '' }] as Grant[];
  const owners = new Map<string, CaseRef>([['token t3', ref], ['notification n1', ref], ['token t4', { id: 'A', attempt: 1 }], ['notification t5', ref]]);
  const owner: Correlation['find'] = (kind, value) => owners.get(`${kind} ${value}`) ?? null;
  expect(ruleContext(sources({ grants, owner }), ref).grants).toEqual([grants[0], grants[2], grants[3]]);
});
