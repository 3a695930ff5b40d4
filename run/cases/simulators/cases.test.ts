import { expect, test } from 'vitest';
import { call } from '../../../rules/testing.ts';
import { asked, claim, ends, scene } from '../testing.ts';
import { simulatorCase } from './cases.ts';

const [askDirectory, askToken] = simulatorCase.phases;
const found = { resourceType: 'Bundle', entry: [{ resource: { id: 'o1', partOf: { reference: 'Organization/o0' } } }, { resource: { id: 'o2' } }] };
const target = '/t1/zorg-ab/zab-ro/fhir/Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90000022';

test('it applies to every claim, and nothing of it is the doing of the system', async () => {
  expect(simulatorCase.notApplicable({ ...claim, ics: { ...claim.ics, roles: [] } })).toBeNull();
  const { c, calls } = scene({ arrives: [call('directory', { target, answer: found })] });
  for (const phase of simulatorCase.phases) expect(await ends(phase, c)).toBeNull();
  expect(new Set(calls.map((one) => one.role))).toEqual(new Set(['simulator']));
});
test('our address book is asked right and wrong, and each organisation that it gave is read, with what it is part of', async () => {
  const { c, calls } = scene({ arrives: [call('directory', { target, answer: found }), call('directory', { target: '/x', answer: {} })] });
  await ends(askDirectory, c);
  expect(calls.map((one) => one.url.replace('https://us.test/t1/zorg-ab/zab-ro/fhir/', ''))).toEqual([
    'metadata', 'Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90000022', 'Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90000022',
    'Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90009999', 'Organization?identifier=%7C%7Ckapot%7C', 'Patient?name=niemand', 'Organization/o1', 'Organization/o0', 'Organization/o2',
  ]);
  expect(calls.map((one) => one.headers?.['content-type'])).toEqual([undefined, undefined, 'application/fhir+json', ...Array<undefined>(6).fill(undefined)]);
  const silent = scene({ arrives: [call('directory', { target, status: null })] });
  expect(await ends(askDirectory, silent.c)).toBeNull();
  expect(silent.calls).toHaveLength(6);
});
test('our authorization server is asked right, and with each assertion expired', async () => {
  const { c, calls } = scene();
  await ends(askToken, c);
  expect(calls.map((one) => [asked(one).spoil, (one.stimulus as { name?: string } | undefined)?.name])).toEqual([[undefined, undefined], ['client-assertion-expired', 'client-assertion-expired'], ['grant-assertion-expired', 'grant-assertion-expired']]);
  expect(asked(calls[0])).toMatchObject({ party: 'harness-sender', ura: '90000044', tokenEndpoint: 'https://us.test/t1/twiin/90000022/oauth/token', authorizationServer: 'https://us.test/t1/twiin/90000022', patientBsn: c.bsn });
});
