import { describe, expect, it } from 'vitest';
import { personas } from '../../fixtures/personas/index.ts';
import { openAccessLog } from '../access-log.ts';
import type { AccessTokens } from '../access-tokens.ts';
import { behaviourOf } from '../behaviour.ts';
import { buildStore } from '../dossier/store.ts';
import type { Answer, Json } from '../messages.ts';
import { openOfferBook } from '../offers.ts';
import type { Offer } from '../offers.ts';
import { movableClock } from '../testing/pair.ts';
import { readXml } from '../xml/read.ts';
import { openResourceServer } from './resource-server.ts';

const bsn = '999990160';
const store = buildStore(personas, { ura: '90000011', name: 'Testziekenhuis Noord', systemOid: '2.999.10.1' }, Date.UTC(2026, 10, 24));
const task = { resourceType: 'Task', id: 'wf', status: 'requested', intent: 'order', requester: { agent: { display: 'Noord' } } };

/** Answers of a server that gives this patient to who asks, with one workflow task. */
function get(path: string, headers: Record<string, string> = {}, defects: readonly string[] = [], variants: readonly string[] = []): Answer {
  const behaviour = behaviourOf(variants, ['data-token-unchecked', ...defects]);
  const clock = movableClock();
  const offers = openOfferBook(behaviour);
  offers.add({ bsn, workflowTask: { id: 'wf', resource: task }, workflowStatus: 'requested' } as unknown as Offer);
  const tokens = { authorize: () => ({ kind: 'missing' }) } as unknown as AccessTokens;
  const server = openResourceServer({ clock, behaviour, store, offers, tokens, accessLog: openAccessLog(clock, behaviour), anyBsn: bsn, base: () => 'https://noord.example/fhir' });
  const holding = { pause: () => undefined, resume: () => undefined, release: () => undefined };
  return server({ method: 'GET', target: `/fhir/${path}`, headers, body: Buffer.alloc(0), holding }, path.split('?')[0]!);
}
const xml = { accept: 'application/fhir+xml' };
const typeOf = (answer: Answer) => answer.headers['content-type'];
function inXml(answer: Answer): Json {
  const read = readXml(answer.body);
  if (!read.ok) throw new Error(read.why);
  return read.resource;
}
/** A Bundle without what differs at each request. */
const settled = (bundle: unknown) => ({ ...bundle as object, id: '' });

describe('the resource server speaks JSON and XML', () => {
  it.each(['Condition', 'Patient?_include=Patient:general-practitioner', 'Appointment', 'Patient/volledig-patient', 'Binary/volledig-doc1', 'Task/wf'])('%s says the same in both', (path) => {
    const [one, other] = [get(path), get(path, xml)];
    expect([one.status, typeOf(one), other.status, typeOf(other)]).toEqual([200, 'application/fhir+json', 200, 'application/fhir+xml']);
    expect(settled(inXml(other))).toEqual(settled(JSON.parse(one.body)));
  });
  it('also in what it refuses', () => {
    expect([get('Task/x', xml).status, inXml(get('Task/x', xml))]).toEqual([404, expect.objectContaining({ resourceType: 'OperationOutcome' })]);
  });
  it('and nothing else', () => { expect([get('Flag', { accept: 'text/turtle' }).status, typeOf(get('Flag', { accept: 'text/turtle' }))]).toEqual([406, 'application/fhir+json']); });
  it('takes _format instead of Accept', () => { expect(typeOf(get('Flag?_format=xml', { accept: 'application/fhir+json' }))).toBe('application/fhir+xml'); });
  it('answers XML by default with a variant', () => { expect([typeOf(get('Flag', {}, [], ['serves-xml-by-default'])), typeOf(get('Flag', { accept: 'application/fhir+json' }, [], ['serves-xml-by-default']))]).toEqual(['application/fhir+xml', 'application/fhir+json']); });
  it('keeps the digits of weights in both formats', () => {
    const path = 'Observation?code=http://loinc.org|29463-7';
    expect(get(path, {}, [], ['decimals-with-trailing-zeros']).body).toContain('"value":88.20,');
    expect(get(path, xml, [], ['decimals-with-trailing-zeros']).body).toContain('<value value="88.20"/>');
  });
});

describe('seeded', () => {
  it.each<[string, Record<string, string>, number, string | undefined, string]>([
    ['content-type-missing', {}, 200, undefined, '{'], ['content-type-missing', xml, 200, undefined, '<'],
    ['content-type-plain', {}, 200, 'text/plain', '{'], ['content-type-plain', xml, 200, 'application/fhir+xml', '<'],
    ['content-type-lies', {}, 200, 'application/fhir+xml', '{'], ['content-type-lies', xml, 200, 'application/fhir+xml', '{'],
    ['accept-ignored', xml, 200, 'application/fhir+json', '{'], ['accept-ignored', { accept: 'text/turtle' }, 200, 'application/fhir+json', '{'],
    ['xml-refused', xml, 406, 'application/fhir+json', '{'], ['xml-refused', {}, 200, 'application/fhir+json', '{'],
    ['xml-in-wrong-namespace', xml, 200, 'application/fhir+xml', '<?xml version="1.0" encoding="UTF-8"?><Bundle><id '],
  ])('%s, asked with %j', (defect, headers, status, type, start) => {
    const answer = get('Flag', headers, [defect]);
    expect([answer.status, typeOf(answer), answer.body.slice(0, start.length)]).toEqual([status, type, start]);
  });
  it('workflow-task-in-bundle', () => {
    expect(JSON.parse(get('Task/wf', {}, ['workflow-task-in-bundle']).body)).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: 1, entry: [{ fullUrl: 'https://noord.example/fhir/Task/wf', resource: task }] });
  });
  it('reference-to-nowhere', () => {
    expect(get('Condition', {}, ['reference-to-nowhere']).body).toContain('"asserter":{"reference":"Practitioner/bestaat-niet"');
    expect(get('Practitioner/bestaat-niet', {}, ['reference-to-nowhere']).status).toBe(404);
  });
});
