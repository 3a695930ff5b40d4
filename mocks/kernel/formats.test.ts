import { expect, test } from 'vitest';
import type { SimRequest } from '../../model/simulator.ts';
import { answered, formatWanted, received } from './formats.ts';
import { bodyObject, fhirReply, jsonReply } from './replies.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const request = (over: Partial<SimRequest> = {}): SimRequest => ({ method: 'POST', target: '/t1/x/fhir/Task', headers: {}, body: new Uint8Array(), tls: 'not-observed', ...over });
/** Gives back what it read. */
const echo = (asked: SimRequest) => (asked.target.endsWith('/token') ? jsonReply(200, { access_token: 'x' }) : fhirReply(201, bodyObject(asked.body) ?? { resourceType: 'Task', status: 'requested', restriction: { repetitions: 2 } }));
const ask = async (over: Partial<SimRequest>, otherwise: 'default' | 'refuse' = 'refuse') => {
  const policy = { fhir: 'stu3', otherwise } as const;
  const taken = received(request(over), policy);
  const reply = answered('status' in taken ? taken : echo(taken), request(over), policy);
  return { status: reply.status, type: reply.headers['content-type'], text: new TextDecoder().decode(reply.body) };
};

test.each([
  [undefined, 'json'], ['', 'json'], ['*/*', 'json'], ['application/fhir+xml', 'xml'], ['application/fhir+json', 'json'], ['application/xml;q=0.9, application/json;q=0.8', 'xml'],
  ['text/html, application/fhir+xml;q=0.5, application/fhir+json;q=0.6', 'json'], ['application/fhir+xml;q=0', null], ['text/html', null], ['application/fhir+turtle', null],
])('Accept %s asks for %s', (accept, format) => {
  expect(formatWanted(request({ headers: accept === undefined ? {} : { accept } }))).toBe(format);
});
test('_format outweighs Accept', () => {
  expect(formatWanted(request({ target: '/x?_format=xml', headers: { accept: 'application/fhir+json' } }))).toBe('xml');
  expect(formatWanted(request({ target: '/x?_format=application%2Ffhir%2Bjson', headers: { accept: 'application/fhir+xml' } }))).toBe('json');
});
test('an XML request reaches the simulator as JSON, and its answer leaves as XML when that is asked', async () => {
  const body = bytes('<?xml version="1.0"?><!-- x --><f:Task xmlns:f="http://hl7.org/fhir"><f:status value="requested"/><f:input><f:type><f:text value="a"/></f:type><f:valueDecimal value="1.50"/></f:input></f:Task>');
  const xml = { 'content-type': 'application/fhir+xml; charset=utf-8' };
  expect(await ask({ headers: xml, body })).toEqual({ status: 201, type: 'application/fhir+json; charset=utf-8', text: expect.stringContaining('"status":"requested"') });
  const both = await ask({ headers: { ...xml, accept: 'application/fhir+xml' }, body });
  expect(both.type).toBe('application/fhir+xml; charset=utf-8');
  expect(both.text).toContain('<Task xmlns="http://hl7.org/fhir"><status value="requested"/>');
});
test('what holds no resource is refused with the place', async () => {
  for (const body of ['<Task xmlns="http://hl7.org/fhir"><status', '<!DOCTYPE x [<!ENTITY a "b">]><Task xmlns="http://hl7.org/fhir"/>', '{"resourceType":"Task"}']) {
    const answer = await ask({ headers: { 'content-type': 'application/fhir+xml' }, body: bytes(body) });
    expect(answer.status, body).toBe(400);
    expect(answer.text).toContain('OperationOutcome');
  }
});
test('an Accept without a FHIR format is refused or gets the default, as the service does', async () => {
  const refused = await ask({ headers: { accept: 'text/html' } });
  expect([refused.status, refused.text.includes('text/html')]).toEqual([406, true]);
  expect((await ask({ headers: { accept: 'text/html' } }, 'default')).status).toBe(201);
});
test('an answer that an armed fault broke stays broken', () => {
  const policy = { fhir: 'stu3', otherwise: 'refuse' } as const;
  const broken = { status: 200, headers: { 'content-type': 'application/fhir+json' }, body: bytes('{"resourceType":') };
  expect(answered(broken, request({ headers: { accept: 'application/fhir+xml' } }), policy)).toBe(broken);
});
test('what is no FHIR stays as it is', async () => {
  expect(await ask({ target: '/token', headers: { accept: 'application/fhir+xml' } })).toEqual({ status: 200, type: 'application/json; charset=utf-8', text: '{"access_token":"x"}' });
});
