import { expect, test } from 'vitest';
import { call, probe } from '../testing.ts';
import { directoryOf, isQuestion, payloadFor, wentTo } from './directory.ts';
import { answers, book, endpoint, organization } from './testing.ts';

test('gathers endpoints and organisations of the answers', () => {
  const found = directoryOf([
    answers(organization('o1', { active: undefined }), organization('o2', { active: false, identifier: [{ system: 'x', value: '1' }] }), { resourceType: 'Location', id: 'l' }),
    answers(endpoint('o1', '/a/', { period: { start: '2020-01-01', end: '2021-01-01' }, payloadType: [{ coding: [{ code: 'p1' }, { code: 'p2' }] }, { coding: [{ code: 'p3' }] }] }), { resourceType: 'Endpoint' }),
  ]);
  expect([...found.organisations.values()]).toEqual([{ id: 'o1', active: true, uras: ['90000022'] }, { id: 'o2', active: false, uras: [] }]);
  expect([...found.organisations.keys()]).toEqual(['o1', 'o2']);
  expect(found.endpoints).toEqual([
    { address: 'https://host.test/a', status: 'active', organisation: 'o1', payloads: ['p1', 'p2', 'p3'], fhirRest: true, start: Date.parse('2020-01-01'), end: Date.parse('2021-01-01') },
    { address: '', status: '', organisation: null, payloads: [], fhirRest: true, start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
  ]);
  expect(found.answers).toHaveLength(2);
});
test.each<[string, string | null]>([['Organization/o1', 'o1'], ['https://x.test/Organization/o1', 'o1'], ['Organization/o1/x', null], ['Organization/', null], ['Location/o1', null]])('%s is organisation %s', (reference, id) => {
  expect(directoryOf([answers(endpoint('o1', '/a', { managingOrganization: { reference } }))]).endpoints[0]!.organisation).toBe(id);
});
test('a question is one of the system at our address book; without an answer it says nothing', () => {
  const one = answers(organization('o1'));
  expect(isQuestion(one)).toBe(true);
  for (const change of [{ side: 'probe' as const }, { simulator: 'zorg-ab-lookalike' }, { endpoint: 'metadata' as const }, { role: 'simulator' }]) expect(isQuestion(book(one, change)), JSON.stringify(change)).toBe(false);
  expect(directoryOf([book(one, { response: null }), probe('directory')]).answers).toEqual([]);
});
test('a request went to an address, or to a path under it', () => {
  const went = (url: string, address = 'https://x.test/a') => wentTo(call('notification', { url }), address);
  for (const url of ['https://x.test/a', 'https://x.test/a/', 'https://x.test/a/Task', 'https://x.test/a?b=c', 'https://x.test/a/?b']) expect(went(url), url).toBe(true);
  for (const url of ['https://x.test/ab', 'https://x.test/', 'https://y.test/a', 'https://x.test/?https://x.test/a']) expect(went(url), url).toBe(false);
  expect(went('/x', '')).toBe(false);
});
test('each message has its payload code', () => {
  expect([payloadFor(call('token')), payloadFor(call('notification')), payloadFor(call('resource')), payloadFor(call('workflow-task'))]).toEqual([
    'Nuts-OAuth', 'Twiin-TA-notification', 'http://nictiz.nl/fhir/CapabilityStatement/bgz2017-servercapabilities', 'http://nictiz.nl/fhir/CapabilityStatement/bgz2017-servercapabilities',
  ]);
});
