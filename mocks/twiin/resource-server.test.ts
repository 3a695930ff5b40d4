import { beforeEach, expect, test } from 'vitest';
import { organisationByKey } from '../../fixtures/organisations.ts';
import { volledig } from '../../fixtures/personas/index.ts';
import { queryLists } from '../../fixtures/query-lists.ts';
import { createSimulators, type Simulators } from '../index.ts';
import { askToken, call, offered, type Answer } from '../testing/call.ts';
import { composeNotification, storeNotification, type ComposeOptions } from './compose.ts';

let simulators: Simulators;
beforeEach(async () => { simulators = await createSimulators(); });

/** A notification with just these offers, and a way to pull with its token. */
async function offering(queries: readonly string[], options: Partial<ComposeOptions> = {}, defects: readonly string[] = [], pageSize?: number) {
  simulators = await createSimulators({ defects, pageSize });
  const { kernel } = simulators;
  const composed = composeNotification({
    uuid: kernel.settings.uuid, now: Date.now(), sender: organisationByKey('west'), receiver: { ura: '90000011', name: 'x' }, patientBsn: volledig.patient.bsn,
    queries: queries.map((query) => ({ ...queryLists['bgz-1'][0]!, query })), resources: [], mode: 'inline-inputs', authorizationBase: true, patientOnTask: true,
    baseUrl: simulators.node('west').authorizationServer, caseId: '', ...options,
  });
  storeNotification(kernel.settings.store, composed);
  const token = (await askToken(simulators, 'west', { authorizationBase: composed.grant.authorizationBase! })).json.access_token as string;
  return { composed, pull: (path: string, more: { method?: string; body?: unknown } = {}): Promise<Answer> => call(simulators, `${simulators.node('west').fhirBase}/${path}`, { token, ...more }) };
}
const ids = (answer: Answer): string[] => (answer.json.entry ?? []).map((one: any) => one.resource.id).sort();

test.each([...new Set([...queryLists['bgz-1'], ...queryLists['bgz-2-alpha']].map((one) => one.query))])('%s is answered with a searchset, however it is spelled', async (query) => {
  const { token, base } = await offered(simulators, { persona: 'volledig' });
  const list = queryLists['bgz-2-alpha'].some((one) => one.query === query);
  const { pull } = list ? { pull: (path: string) => call(simulators, `${base}/${path}`, { token }) } : await offering([query]);
  const plain = await pull(query);
  expect(plain, plain.text.slice(0, 300)).toMatchObject({ status: 200, json: { resourceType: 'Bundle', type: 'searchset' } });
  expect(plain.json.link[0]).toMatchObject({ relation: 'self', url: expect.stringContaining(query) });
  const encoded = await pull(query.replaceAll('|', '%7C'));
  const fully = await pull(query.replace(/=([^&]*)/g, (_all, value: string) => `=${encodeURIComponent(value)}`));
  expect([ids(encoded), ids(fully)]).toEqual([ids(plain), ids(plain)]);
});
test('an answer keeps the generic rules of chapter 7', async () => {
  const { pull } = await offering(['MedicationRequest?category=http://snomed.info/sct|16076005&_include=MedicationRequest:medication']);
  const { json } = await pull('MedicationRequest?category=http://snomed.info/sct|16076005&_include=MedicationRequest:medication');
  const modes = json.entry.map((one: any) => one.search.mode);
  expect(modes).toContain('include');
  expect(json.total).toBe(modes.filter((mode: string) => mode === 'match').length);
  for (const one of json.entry) expect(one.fullUrl).toBe(`${simulators.node('west').fhirBase}/${one.resource.resourceType}/${one.resource.id}`);
});
test('what was not offered is refused', async () => {
  const { pull } = await offering(['Condition', 'Consent?category=http://snomed.info/sct|11291000146105']);
  for (const path of ['Flag', 'Consent', 'Consent?category=http://snomed.info/sct|11341000146107', 'Consent?category=http://snomed.info/sct|11291000146105,http://snomed.info/sct|11341000146107']) {
    expect(await pull(path), path).toMatchObject({ status: 403, json: { resourceType: 'OperationOutcome' } });
  }
});
test('less than was offered is served', async () => {
  const category = (codes: string): string => `Observation?category=${codes}`;
  const { pull } = await offering([category('http://snomed.info/sct|118228005,http://snomed.info/sct|384821006')]);
  const all = ids(await pull(category('http://snomed.info/sct|384821006,http://snomed.info/sct|118228005')));
  const some = ids(await pull(category('http://snomed.info/sct|118228005')));
  expect(some.length).toBeGreaterThan(0);
  expect(all).toEqual(expect.arrayContaining(some));
});
test('where the last one was offered, no spelling gives more', async () => {
  const code = 'code=http://loinc.org|29463-7';
  const { pull } = await offering([`Observation/$lastn?${code}`]);
  const forms = [await pull(`Observation/$lastn?${code}`), await pull(`Observation?${code}`), await pull(`Observation?${code}&_sort=-date&_count=1`)];
  expect(new Set(forms.map((one) => ids(one).join())).size).toBe(1);
  expect(ids(forms[0]!)).toHaveLength(1);
});
test('naming the patient changes nothing, naming another gives nothing', async () => {
  const { pull } = await offering(['Condition', 'Patient?_include=Patient:general-practitioner']);
  const own = ids(await pull('Condition'));
  const bsn = encodeURIComponent(`http://fhir.nl/fhir/NamingSystem/bsn|${volledig.patient.bsn}`);
  expect(own.length).toBeGreaterThan(0);
  expect(ids(await pull(`Condition?patient.identifier=${bsn}`))).toEqual(own);
  expect(ids(await pull(`Condition?patient.identifier=${bsn.replace(volledig.patient.bsn, '999990019')}`))).toEqual([]);
  expect(ids(await pull('Condition?patient=Patient/somebody-else'))).toEqual([]);
  expect(ids(await pull(`Patient?identifier=${bsn}`))).toHaveLength(1);
  expect((await pull(`Patient?identifier=${bsn.replace(volledig.patient.bsn, '999990019')}`)).json.total).toBe(0);
});
test('references in answers can be read, and nothing else', async () => {
  const { pull } = await offering(['Condition', 'DocumentReference?status=current']);
  const condition = (await pull('Condition')).json.entry[0].resource;
  expect((await pull(`Condition/${condition.id}`)).status).toBe(200);
  expect((await pull(condition.subject.reference)).json.resourceType).toBe('Patient');
  const attachment = (await pull('DocumentReference?status=current')).json.entry[0].resource.content[0].attachment.url;
  expect((await pull(attachment.slice(attachment.indexOf('/fhir/') + 6))).json.resourceType).toBe('Binary');
  const other = await offering(['Condition']);
  expect((await other.pull(attachment.slice(attachment.indexOf('/fhir/') + 6))).status).toBe(403);
  expect((await other.pull('Condition/bestaat-niet')).status).toBe(404);
});
test('a resource that was offered by reference can be read', async () => {
  const first = await offering(['Flag']);
  const flag = (await first.pull('Flag')).json.entry[0].resource.id as string;
  const { pull } = await offering([], { resources: [`Flag/${flag}`] });
  expect((await pull(`Flag/${flag}`)).json.id).toBe(flag);
  expect((await pull('Flag')).status).toBe(403);
});
test('what is no query is refused politely', async () => {
  const { pull } = await offering(['Condition']);
  expect((await pull('Condition?unknown=1')).json.issue[0].code).toBe('not-supported');
  expect((await pull('condition')).status).toBe(400);
  expect((await pull('Condition/a/b/c')).status).toBe(400);
  expect(await pull('Condition', { method: 'DELETE' })).toMatchObject({ status: 405, headers: { allow: 'GET' } });
});
test('pages together give all, and no page claims a total that it does not hold', async () => {
  const { pull } = await offering(['Condition'], {}, [], 1);
  const found: string[] = [];
  let next: string | undefined = 'Condition';
  while (next !== undefined) {
    const answer: Answer = await pull(next);
    expect(answer.json.entry).toHaveLength(1);
    expect(answer.json.total).toBeUndefined();
    found.push(...ids(answer));
    next = answer.json.link.find((link: any) => link.relation === 'next')?.url.split('/fhir/')[1];
  }
  expect(found).toHaveLength(volledig.problems.length);
});
test('after a cancellation the token opens nothing any more', async () => {
  const { composed, pull } = await offering(['Condition']);
  storeNotification(simulators.kernel.settings.store, composeNotification({ cancels: composed, now: Date.now() } as ComposeOptions));
  expect((await pull('Condition')).status).toBe(403);
});
test('a token to notify opens no data', async () => {
  await offering(['Condition']);
  const token = (await askToken(simulators, 'zuid')).json.access_token;
  expect((await call(simulators, `${simulators.node('west').fhirBase}/Condition`, { token })).status).toBe(401);
});
test('the seeded defects give what they announce', async () => {
  const wrong = await offering(['Condition'], {}, ['pull-answers-other-patient']);
  const patients = new Set((await wrong.pull('Condition')).json.entry.map((one: any) => one.resource.subject.reference));
  const right = await offering(['Condition']);
  expect(patients.has((await right.pull('Condition')).json.entry[0].resource.subject.reference)).toBe(false);
  const bare = await offering(['Condition'], {}, ['searchset-without-self']);
  expect((await bare.pull('Condition')).json.link).toEqual([]);
});
