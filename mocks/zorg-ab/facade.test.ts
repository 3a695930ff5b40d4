import { expect, test } from 'vitest';
import { organisations } from '../../fixtures/organisations.ts';
import { createKernel } from '../kernel/kernel.ts';
import { memoryRecorder } from '../kernel/memory-recorder.ts';
import { memoryStore } from '../kernel/memory-store.ts';
import { callDirect } from '../hosts/direct.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { createZorgAb, type ZorgAbSettings } from './facade.ts';

async function ask(path: string, settings: Partial<ZorgAbSettings> = {}, request: { method?: string; headers?: Record<string, string> } = {}): Promise<{ status: number; json: any }> {
  const { recorder } = memoryRecorder();
  const kernel = createKernel({ simulators: [createZorgAb({ organisations, ...settings })], store: memoryStore(), clock: manualClock(), recorder, uuid: () => 'u', origin: () => 'https://x.test' });
  const reply = await callDirect(kernel, { url: `https://x.test/t1/zorg-ab/zab-ro/fhir${path}`, ...request });
  return { status: reply.status, json: JSON.parse(new TextDecoder().decode(reply.body)) };
}
const ids = async (path: string, settings?: Partial<ZorgAbSettings>): Promise<string[]> => ((await ask(path, settings)).json.entry ?? []).map((one: any) => one.resource.id);
const ura = 'identifier=http://fhir.nl/fhir/NamingSystem/ura';

test.each([
  [`/Organization?${ura}|90000022`, ['100111', '100234']], [`/Organization?${ura}%7C90000022`, ['100111', '100234']], [`/Organization?${ura}|90009999`, []],
  ['/Organization?identifier=http://fhir.nl/fhir/NamingSystem/agb-z|20000014', ['100244']], ['/Organization?identifier=http://www.vzvz.nl/fhir/NamingSystem/kvk|00000014', ['100244']],
  ['/Organization?identifier=http://fhir.nl/fhir/NamingSystem/kvk|00000014', []], ['/Organization?identifier=http://www.medmij.nl/id/medmijnaam|westtoetssteen@medmij', ['100244']],
  ['/Organization?name=oost&address-city=Oosterproef', ['100255']], ['/Organization?name=oost&address-city=Proefdam', []], ['/Organization?name=Testziekenhuis+Zuid&address-city=proefdam', ['100111', '100234', '100288']],
  ['/Organization?_text=west%20testziekenhuis', ['100244']], ['/Organization?_text=nergens', []],
  ['/Endpoint?organization=Organization/100244', ['100244-f', '100244-t']], ['/Endpoint?organization=100244&payload-type=Nuts-OAuth', ['100244-t']], ['/Endpoint?organization=Organization/100234&status=off,suspended', ['000-off', '001-suspended']],
  ['/Endpoint?connection-type=hl7-fhir-msg', ['004-other-kind']],
])('%s finds %j', async (path, expected) => { expect(await ids(path)).toEqual(expected); });
test('quotes that a client doubled are undone', async () => {
  const quoted = [...organisations.filter((one) => one.key !== 'west'), { ...organisations.find((one) => one.key === 'west')!, city: "'s-Hertogenproef" }];
  expect(await ids("/Organization?name=west&address-city=''s-Hertogenproef", { organisations: quoted })).toEqual(['100244']);
});
test('an answer is a searchset with a right total, without fullUrl, whatever Content-Type the GET had', async () => {
  const { status, json } = await ask(`/Organization?${ura}|90000022`, {}, { headers: { accept: 'application/fhir+json', 'content-type': 'application/fhir+json' } });
  expect([status, json.resourceType, json.type, json.total]).toEqual([200, 'Bundle', 'searchset', 2]);
  expect(json.entry.every((one: any) => !('fullUrl' in one))).toBe(true);
  expect(json.link).toEqual([{ relation: 'self', url: `https://x.test/t1/zorg-ab/zab-ro/fhir/Organization?${ura}|90000022` }]);
});
test('nothing found is a searchset without entries: FHIR JSON has no empty arrays', async () => {
  const { status, json } = await ask(`/Organization?${ura}|90009999`);
  expect([status, json.type, json.total, 'entry' in json]).toEqual([200, 'searchset', 0, false]);
});
test('partOf leads to a parent that can be read', async () => {
  const child = (await ask('/Organization/100234')).json;
  expect(child.partOf.reference).toMatch(/^Organization\/\d+$/);
  expect((await ask(`/${child.partOf.reference}`)).json.resourceType).toBe('Organization');
  expect((await ask('/Organization/nergens')).status).toBe(404);
});
test('a summary is marked as one', async () => {
  const { json } = await ask('/Organization?type=06&_summary=true');
  expect(json.total).toBeGreaterThan(3);
  expect(json.entry[0].resource).toMatchObject({ meta: { tag: [{ code: 'SUBSETTED' }] } });
  expect(json.entry[0].resource.address).toBeUndefined();
});
test.each([[`/Organization?identifier=a|b|c`, 400, 'invalid'], ['/Organization?identifier=', 400, 'invalid'], [`/Organization?${ura}|`, 400, 'invalid'], ['/Practitioner?name=x', 404, 'not-supported'], ['/', 404, 'not-supported']])('%s gives %i %s', async (path, status, code) => {
  const answer = await ask(path);
  expect([answer.status, answer.json.resourceType, answer.json.issue[0].severity, answer.json.issue[0].code]).toEqual([status, 'OperationOutcome', 'error', code]);
});
test('it is read only, and an unknown parameter is ignored', async () => {
  expect((await ask('/Organization', {}, { method: 'POST' })).status).toBe(405);
  expect(await ids(`/Organization?${ura}|90000044&colour=red`)).toEqual(['100244']);
});
test('metadata is an STU3 CapabilityStatement', async () => { expect((await ask('/metadata')).json).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '3.0.2' }); });
test('pages together give all', async () => {
  const found: string[] = [];
  let next: string | undefined = '/Endpoint?organization=Organization/100234';
  while (next !== undefined) {
    const { json }: { json: any } = await ask(next, { pageSize: 2 });
    expect(json.entry.length).toBeLessThanOrEqual(2);
    found.push(...json.entry.map((one: any) => one.resource.id));
    next = json.link.find((link: any) => link.relation === 'next')?.url.split('/fhir')[1];
  }
  expect(found).toEqual(await ids('/Endpoint?organization=Organization/100234'));
});
test('quirks are switches', async () => {
  const { json } = await ask(`/Organization?${ura}|90000044`, { quirks: ['zoneless-timestamps', 'full-url', 'null-in-alias', 'no-address'] });
  expect(json.entry[0]).toMatchObject({ fullUrl: 'https://x.test/t1/zorg-ab/zab-ro/fhir/Organization/100244', resource: { meta: { lastUpdated: '2024-05-05T10:00:00' }, alias: [null, 'Testziekenhuis West'] } });
  expect(json.entry[0].resource.address).toBeUndefined();
});
