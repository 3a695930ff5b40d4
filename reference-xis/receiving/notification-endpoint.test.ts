import { describe, expect, it } from 'vitest';
import type { AccessTokens } from '../access-tokens.ts';
import { behaviourOf } from '../behaviour.ts';
import type { Answer, JsonObject } from '../messages.ts';
import { writeXml } from '../xml/write.ts';
import { openInbox } from './inbox.ts';
import { openNotificationEndpoint } from './notification-endpoint.ts';

const ura = (value: string): JsonObject => ({ identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value } });
const task: JsonObject = {
  resourceType: 'Task', identifier: [{ system: 'urn:ietf:rfc:3986', value: 'urn:uuid:1' }], groupIdentifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:2' }, status: 'requested', intent: 'proposal',
  code: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskCode', code: 'pull-notification' }] }, for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' } },
  requester: { agent: { display: 'Systeem' }, onBehalfOf: ura('90000044') }, owner: ura('90000011'), input: [{ type: { text: 'x' }, valueString: 'Condition' }],
};
const xmlTask = writeXml(task);
const refusesXml = 'The body is no FHIR STU3 in XML';

function sent(body: string, contentType: string, defects: readonly string[] = []): Answer & { readonly kept: JsonObject | undefined } {
  const inbox = openInbox();
  const endpoint = openNotificationEndpoint({
    behaviour: behaviourOf([], defects), inbox, ura: '90000011', autoPull: false, knownSenders: new Set(['90000044']), base: () => 'https://noord.example/fhir', pull: async () => undefined,
    tokens: { authorize: () => ({ kind: 'valid', token: { offers: [], organisation: '90000044', patient: null } }) } as unknown as AccessTokens,
  });
  const holding = { pause: () => undefined, resume: () => undefined, release: () => undefined };
  const answer = endpoint({ method: 'POST', target: '/fhir/Task', headers: { 'content-type': contentType }, body: Buffer.from(body), holding });
  return { ...answer, kept: inbox.latest('urn:uuid:1')?.task };
}

describe('the notification endpoint', () => {
  it.each([['application/fhir+json', JSON.stringify(task)], ['application/fhir+xml', xmlTask], ['application/fhir+xml; charset=UTF-8', writeXml(task, { prefix: 'f:' })], ['text/xml', xmlTask]])('keeps a notification in %s', (type, body) => {
    const answer = sent(body, type);
    expect([answer.status, answer.headers['location']]).toEqual([201, `https://noord.example/fhir/Task/${String(answer.kept!['id'])}`]);
    const { id: _id, ...kept } = answer.kept!;
    expect(kept).toEqual(task);
  });
  it.each<[string, string, string, number, string]>([
    ['a body that is not what its type says', JSON.stringify(task), 'application/fhir+xml', 400, refusesXml], ['XML called JSON', xmlTask, 'application/fhir+json', 400, 'JSON'],
    ['a document type', xmlTask.replace('<Task', '<!DOCTYPE Task><Task'), 'application/fhir+xml', 400, `${refusesXml}: a document type`], ['half a body', xmlTask.slice(0, -9), 'application/fhir+xml', 400, refusesXml],
    ['an element of R4', xmlTask.replace('<input>', '<instantiatesUri value="urn:x"/><input>'), 'application/fhir+xml', 400, 'instantiatesUri'],
    ['another type of resource', writeXml({ resourceType: 'Patient', id: 'x' }), 'application/fhir+xml', 400, 'Task'],
    ['an owner elsewhere', xmlTask.replace('90000011', '90000012'), 'application/fhir+xml', 422, 'owner'], ['another media type', 'x', 'text/plain', 415, 'fhir+xml'],
  ])('refuses %s', (_what, body, type, status, why) => {
    const answer = sent(body, type);
    expect([answer.status, answer.kept]).toEqual([status, undefined]);
    expect(answer.body).toContain(why);
  });
  it.each([['xml-notification-415', 415], ['xml-notification-400', 400]])('with %s refuses right XML, and takes JSON', (defect, status) => {
    const answer = sent(xmlTask, 'application/fhir+xml', [defect]);
    expect([answer.status, answer.kept, answer.resource?.['resourceType']]).toEqual([status, undefined, 'OperationOutcome']);
    expect(sent(JSON.stringify(task), 'application/fhir+json', [defect]).status).toBe(201);
  });
});
