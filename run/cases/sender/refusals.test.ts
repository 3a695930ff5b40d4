import { expect, test } from 'vitest';
import { personas } from '../../../fixtures/personas/index.ts';
import { asked, claim, ends, scene, type Scene } from '../testing.ts';
import { altered, badBases, badConnections, badPulls, firstQuery, otherCase, rememberOtherPatient } from './refusals.ts';
import type { Offer } from './steps.ts';

const offer: Offer = { exchange: 'x1', identifier: { system: 's', value: 'n1' }, group: 'g1', base: 'aBc=', queries: ['Condition'], resources: [], workflowTask: null, periodEnd: null };
const open = (over: Scene = {}, changes: Partial<Offer> = {}) => scene({ memory: { offer: { ...offer, ...changes }, token: 'tok', otherBsn: '999990020' }, ...over });
const gives = { answer: () => ({ body: { access_token: 'given' } }) };
const names = (calls: readonly { readonly stimulus?: object; readonly url: string }[]): string[] => calls.map((one) => `${one.url.endsWith('/oauth/token') ? 'ask' : 'get'} ${(one.stimulus as { name?: string } | undefined)?.name ?? 'valid'}`);

test('an altered base has one other character in its middle; another case turns every letter round', () => {
  expect([altered('abcde'), altered('abxde'), altered('x')]).toEqual(['abxde', 'abyde', 'y']);
  expect([otherCase('aB1='), otherCase('123')]).toEqual(['Ab1=', '123']);
});
test('the first query is one that was fetched, else offered, else a resource, else a patient', () => {
  expect([firstQuery({ offer, queries: ['Flag'] }), firstQuery({ offer }), firstQuery({ offer: { ...offer, queries: [], resources: ['Flag/1'] } }), firstQuery({ offer: { ...offer, queries: [] }, queries: [] })]).toEqual(['Flag', 'Condition', 'Flag/1', 'Patient']);
});

test('the base is tried altered, in another case, in other hands and for another patient; refused, nothing is fetched', async () => {
  const { c, calls } = open({ answer: () => ({ status: 400 }) });
  expect(await ends(badBases, c)).toBeNull();
  expect(names(calls)).toEqual(['ask authorization-base-altered', 'ask authorization-base-altered', 'ask authorization-base-of-other-organisation', 'ask authorization-base-other-patient']);
  expect(calls.map((one) => [asked(one).authorizationBase, asked(one).ura, asked(one).patientBsn])).toEqual([['aBx=', '90000022', c.bsn], ['AbC=', '90000022', c.bsn], ['aBc=', '90000055', c.bsn], ['aBc=', '90000022', '999990020']]);
  expect(calls[2]!.identity).toBe('harness-third');
});
test('given a token, it is seen whether that opens anything, with the certificate of who has it', async () => {
  const { c, calls } = open(gives);
  await ends(badBases, c);
  expect(names(calls)).toEqual(['authorization-base-altered', 'authorization-base-altered', 'authorization-base-of-other-organisation', 'authorization-base-other-patient'].flatMap((name) => [`ask ${name}`, `get ${name}`]));
  const got = calls.filter((one) => one.method === 'GET');
  expect(got.map((one) => one.identity)).toEqual(['harness-receiver', 'harness-receiver', 'harness-third', 'harness-receiver']);
  expect(new Set(got.map((one) => one.headers!['authorization']))).toEqual(new Set(['Bearer given']));
});
test('a base without letters has no other case, and without a base there is nothing to try', async () => {
  const digits = open({ answer: () => ({ status: 400 }) }, { base: '1234' });
  await ends(badBases, digits.c);
  expect(digits.calls.map((one) => asked(one).authorizationBase)).toEqual(['12x4', '1234', '1234']);
  const none = open({}, { base: null });
  await ends(badBases, none.c);
  expect(none.calls).toEqual([]);
});

test('at the resource server: no token, a made one, another purpose, what was not offered, another patient', async () => {
  const bundle = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Condition', id: 'c1' } }] };
  const { c, calls } = open({ answer: (one) => ({ body: one.method === 'POST' ? { access_token: 'bare' } : bundle }) }, { queries: ['Condition', 'Observation'] });
  c.store.put('known-reads', '999990020', 'Condition/theirs');
  expect(await ends(badPulls, c)).toBeNull();
  expect(calls.map((one, at) => `${names(calls)[at]!.split(' ')[1]} ${one.url.replace('https://xis.test/fhir/', '').replace('https://xis.test/', '')} ${one.headers!['authorization'] ?? '-'}`)).toEqual([
    'valid Condition Bearer tok',
    'no-token Condition -', 'token-forged Condition Bearer uuid-1uuid-2', 'no-token Condition/c1 -', 'token-forged Condition/c1 Bearer uuid-3uuid-4',
    'token-other-purpose oauth/token -', 'token-other-purpose Condition Bearer bare',
    'unknown-workflow-task Task/bestaat-niet-0000 Bearer tok', 'no-token Task/bestaat-niet-0000 -',
    'query-outside-grant Appointment?status=booked Bearer tok', 'query-outside-grant Observation?code=http://loinc.org%7C8867-4 Bearer tok', 'query-outside-grant Practitioner Bearer tok',
    'read-other-patient Condition/theirs Bearer tok', 'read-other-patient Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn%7C999990020 Bearer tok',
  ]);
  expect(asked(calls[5])).toEqual({ party: 'harness-receiver', ura: '90000022', tokenEndpoint: 'https://xis.test/oauth/token', authorizationBase: null });
  // A server need not tell whether the other patient exists, so any answer to a search for that one is right.
  expect(calls.at(-1)!.stimulus).toMatchObject({ expects: 'observe' });
});
test('where nothing could be read, and no other patient is known, the rest is tried', async () => {
  const { c, calls } = open({ answer: () => ({ status: 500 }) });
  await ends(badPulls, c);
  expect(names(calls)).toEqual(['get valid', 'get no-token', 'get token-forged', 'ask token-other-purpose', 'get unknown-workflow-task', 'get no-token', ...Array<string>(4).fill('get query-outside-grant'), 'get read-other-patient']);
});
test('each wrong certificate is tried at both endpoints, on a new connection', async () => {
  const { c, calls } = open();
  await ends(badConnections, c);
  expect(calls.map((one) => [one.identity, one.endpoint, (one.stimulus as { name: string }).name])).toEqual(
    [[null, 'no-client-certificate'], ['unknown-ca', 'certificate-unknown-ca'], ['expired', 'certificate-expired'], ['revoked', 'certificate-revoked']].flatMap(([identity, name]) => [[identity, 'token', name], [identity, 'resource', name]]),
  );
  expect(calls.every((one) => one.fresh === true && (one.stimulus as { expects: string }).expects === 'refuse-connection')).toBe(true);
});

test('the other patient is another one of the claim, else one of ours, and never the one of the case', async () => {
  const chosen = async (...keys: string[]): Promise<unknown> => {
    const { c } = open({ claim: { ...claim, ixit: { ...claim.ixit, personas: keys.map((key) => ({ key, contentConfirmed: true })) } } });
    await ends(rememberOtherPatient, c);
    return c.memory['otherBsn'];
  };
  expect(await chosen('minimaal', 'zwaar')).toBe('bsn of zwaar');
  const ours = await chosen('minimaal');
  expect(ours).not.toBe(scene().c.bsn);
  expect(personas.map((one) => one.patient.bsn)).toContain(ours);
});
