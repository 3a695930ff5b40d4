import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import type { IdentityName } from '../../fixtures/pki/index.ts';
import type { Addressing, XisConfig } from '../config.ts';
import { formatOfType, readResource } from '../formats.ts';
import type { JsonObject } from '../messages.ts';
import { startXis } from '../start.ts';
import type { RunningXis } from '../start.ts';
import { askToken, publicKey } from './client.ts';
import type { Ask } from './client.ts';
import { baseConfig, callAs, control, minimaal, movableClock, noord, testPki, volledig, zuid } from './pair.ts';
import type { Heard, MovableClock } from './pair.ts';
import { startPeer, twiinAnswer } from './peer.ts';
import type { Peer, Seen } from './peer.ts';
import { writeXml } from '../xml/write.ts';

const west = '90000044';
const oost = '90000055';
const enc = encodeURIComponent;

interface Stage { readonly xis: RunningXis; readonly peer: Peer; readonly clock: MovableClock; readonly lines: string[] }

/** Everything that an outsider sees of the XIS with these defects, good and bad stimuli included, one line each. */
export async function transcriptOf(defects: readonly string[], settings: Partial<XisConfig> = {}): Promise<readonly string[]> {
  const pki = await testPki();
  const clock = movableClock();
  const peer = await startPeer('simulators', twiinAnswer);
  const parties = [zuid, west, oost].map((ura) => ({ ura, notificationBase: `${peer.origin}/fhir`, fhirBase: `${peer.origin}/fhir`, tokenEndpoint: `${peer.origin}/oauth/token`, authorizationServer: peer.origin }));
  const partners = await Promise.all(([[zuid, 'harness-receiver'], [west, 'harness-sender'], [oost, 'harness-third']] as const).map(async ([ura, name]) => ({ ura, keys: [await publicKey(name)] })));
  const xis = await startXis({ ...baseConfig(pki, 'sut', noord, 0, { kind: 'static', parties }), partners, notificationContent: 'both', ...settings, defects }, { clock });
  const stage: Stage = { xis, peer, clock, lines: [] };
  try {
    await connections(stage);
    await notifications(stage);
    await tokens(stage);
    await data(stage);
    await endings(stage);
    await receiving(stage);
    await pulling(stage);
    return stage.lines.map((line) => normal(line, stage));
  } finally {
    await Promise.all([xis.close(), peer.close()]);
  }
}

async function note(stage: Stage, what: string, work: Promise<Heard>): Promise<Heard> {
  const heard = await work.catch((): Heard => ({ status: 0, headers: {}, text: 'refused' }));
  const shown = ['content-type', 'location', 'www-authenticate', 'cache-control'].map((name) => `${name}=${String(heard.headers[name] ?? '')}`).join(' ');
  stage.lines.push(`${what} -> ${heard.status} ${shown} ${heard.text}`);
  return heard;
}
/** Lines for what the XIS asked of the peer since the last look. */
async function overheard(stage: Stage): Promise<readonly Seen[]> {
  const seen = stage.peer.seen.splice(0);
  for (const entry of seen) {
    stage.lines.push(`xis ${entry.certificate} ${entry.method} ${entry.target} auth=${String(entry.headers['authorization'])} accept=${String(entry.headers['accept'])} ${await bodyOf(entry, stage)}`);
    const condition = /identifier=.*%7C(.*)$/.exec(entry.target)?.[1];
    if (condition) stage.lines.push(`identifier of address in body: ${entry.body.includes(decodeURIComponent(condition))}`);
  }
  const jtis = seen.filter((entry) => entry.target === '/oauth/token').flatMap((entry) => [...new URLSearchParams(entry.body).entries()].filter(([name]) => name.endsWith('assertion')))
    .map(([, jwt]) => String(decoded(() => decodeJwt(jwt).jti)));
  stage.lines.push(`jti all different: ${new Set(jtis).size === jtis.length}`);
  return seen;
}
async function bodyOf(entry: Seen, stage: Stage): Promise<string> {
  if (!entry.target.startsWith('/oauth/token')) return entry.body;
  const parts = await Promise.all([...new URLSearchParams(entry.body).entries()].map(async ([name, value]) => {
    if (!name.endsWith('assertion')) return `${name}=${value}`;
    const { iat: _iat, exp: _exp, jti, ...claims } = decoded(() => decodeJwt(value)) ?? {};
    const verified = await Promise.all(stage.xis.jwks.keys.map(async (key) => compactVerify(value, await importJWK(key, key.alg)).then(() => true, () => false)));
    const signature = verified.includes(true) ? 'signed' : 'not signed';
    return `${name}=${JSON.stringify(decoded(() => decodeProtectedHeader(value)))}${JSON.stringify(claims)} ${signature} jti:${typeof jti}`;
  }));
  return parts.join('&');
}
function decoded<T>(work: () => T): T | undefined {
  try { return work(); } catch { return undefined; }
}
async function act(stage: Stage, action: string, more: object = {}): Promise<string> {
  const answer = await control('POST', stage.xis.controlUrl, { action, patientBsn: volledig, actingUra: noord, otherUra: zuid, ...more });
  stage.lines.push(`${action} -> ${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { notificationIdentifier?: string }).notificationIdentifier ?? '';
}

async function connections(stage: Stage): Promise<void> {
  for (const identity of [null, 'unknown-ca', 'expired', 'not-yet-valid', 'revoked', 'harness-receiver'] as (IdentityName | null)[]) {
    for (const path of ['/oauth/token', '/fhir/Condition']) await note(stage, `${identity} ${path}`, callAs(identity, path === '/oauth/token' ? 'POST' : 'GET', `${stage.xis.origin}${path}`));
  }
}

let base = '';
let workflowTask = '';
async function notifications(stage: Stage): Promise<void> {
  await act(stage, 'send');
  const first = await overheard(stage);
  await act(stage, 'send', { patientBsn: minimaal });
  await act(stage, 'renew', { patientBsn: minimaal });
  const others = await overheard(stage);
  const task = taskIn(first);
  base = inputOf(task, 'authorization-base') ?? inputOf(task, 'consent_token') ?? '';
  workflowTask = String(task?.basedOn?.[0]?.reference ?? '');
  const tasks = [...first, ...others].map(resourceIn).filter((entry) => entry !== undefined);
  stage.lines.push(`group is workflow task: ${task?.groupIdentifier?.value.slice('urn:uuid:'.length) === workflowTask.slice('Task/'.length)}`);
  stage.lines.push(`identifiers ${tasks.map((entry) => tasks.findIndex((other) => other.identifier[0]?.value === entry.identifier[0]?.value)).join()}`);
  stage.lines.push(`groups ${tasks.map((entry) => tasks.findIndex((other) => other.groupIdentifier?.value === entry.groupIdentifier?.value)).join()}`);
}
interface TaskLike { identifier: { value: string }[]; groupIdentifier?: { value: string }; basedOn?: { reference: string }[]; input: { type: { coding: { code: string }[] }; valueString?: string; valueCode?: string }[] }
function taskIn(seen: readonly Seen[]): TaskLike | undefined {
  return seen.map(resourceIn).find((entry) => entry !== undefined);
}
function resourceIn({ headers, body }: Seen): TaskLike | undefined {
  const format = formatOfType(String(headers['content-type']));
  return format ? readResource(body, format) as TaskLike | undefined : undefined;
}
function inputOf(task: TaskLike | undefined, code: string): string | undefined {
  const input = task?.input.find((entry) => entry.type.coding[0]?.code === code);
  return input?.valueString ?? input?.valueCode;
}

const user = { user_id: '900000001', user_role: '01.015' };
let pullToken = '';
let notifyToken = '';
async function ask(stage: Stage, what: string, more: Partial<Ask> = {}): Promise<Awaited<ReturnType<typeof askToken>>> {
  const given = await askToken(stage.xis.origin, { ura: zuid, key: 'harness-receiver', now: Math.floor(stage.clock.now() / 1000), ...more })
    .catch((): Awaited<ReturnType<typeof askToken>> => ({ status: 0, headers: {}, text: 'refused', token: '', clientAssertion: '' }));
  const fields = given.token ? Object.entries(JSON.parse(given.text) as object).map(([name, value]) => (name === 'access_token' ? `${name} of ${String(value).split('.').length} part(s)` : `${name}=${String(value)}`)).join() : given.text;
  // What the token opens tells more than that there is one.
  const opens = given.token ? await callAs('harness-receiver', 'GET', `${stage.xis.origin}/fhir/AllergyIntolerance`, { authorization: `Bearer ${given.token}` }) : null;
  stage.lines.push(`token ${what} -> ${given.status} ${String(given.headers['cache-control'])} ${fields} opens ${opens?.status ?? '-'}`);
  return given;
}
async function tokens(stage: Stage): Promise<void> {
  const grant = { ...user, patient: volledig, authorization_base: base };
  const good = await ask(stage, 'good', { grant });
  pullToken = good.token;
  notifyToken = (await ask(stage, 'notify', { ura: west, key: 'harness-sender' })).token;
  await ask(stage, 'replayed client', { grant, clientAssertion: good.clientAssertion });
  for (const flaw of ['forged', 'none', 'hmac', 'expired', 'audience'] as const) {
    await ask(stage, `client ${flaw}`, { grant, clientFlaw: flaw });
    await ask(stage, `grant ${flaw}`, { grant, grantFlaw: flaw });
  }
  const swapped = [...base].map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join('');
  for (const [what, altered] of [['unknown', 'heel-iets-anders'], ['tail', `${base.slice(0, 4)}-anders`], ['typo', `${base.slice(0, -1)}${base.endsWith('x') ? 'y' : 'x'}`], ['case', swapped]] as const) {
    await ask(stage, `base ${what}`, { grant: { ...grant, authorization_base: altered } });
  }
  await ask(stage, 'other organisation', { grant, ura: oost, key: 'harness-third' });
  await ask(stage, 'other organisation without role', { grant: { user_id: '1', authorization_base: base }, ura: oost, key: 'harness-third' });
  await ask(stage, 'organisation of another client', { grant, ura: zuid, key: 'harness-third' });
  await ask(stage, 'other patient', { grant: { ...grant, patient: minimaal } });
}

async function data(stage: Stage): Promise<void> {
  const get = (path: string, bearer: string | null, what = path) => note(stage, `GET ${what}`, callAs('harness-receiver', 'GET', `${stage.xis.origin}/fhir/${path}`, bearer === null ? {} : { authorization: `Bearer ${bearer}` }));
  const loinc = 'http://loinc.org|85354-9';
  for (const path of ['Condition', 'AllergyIntolerance', 'Patient?_include=Patient:general-practitioner', `Observation/$lastn?code=${enc(loinc)}`, `Observation/$lastn?code=${loinc.replace(':', '%3A').replace('|', '%7C')}`,
    `Observation/$lastn?code=${loinc}`, `MedicationStatement?category=${enc('urn:oid:2.16.840.1.113883.2.4.3.11.60.20.77.5.3|6')}&_include=MedicationStatement:medication`,
    `Observation/$lastn?code=${enc('http://loinc.org|29463-7')}`, 'Flag', 'ImmunizationRecommendation', 'NutritionOrder', 'Patient/volledig-patient', 'Patient/minimaal-patient', 'Patient/zwaar-patient', 'DocumentReference/volledig-doc1', 'Binary/volledig-doc1',
    workflowTask, 'Task/onbekend', 'FamilyMemberHistory', 'CareTeam', 'Condition?code=%ZZ', 'Condition?onbekend=1', 'Observation', `Observation?code=${enc(loinc)}`, 'Condition?_count=1', 'Procedure?status=completed']) await get(path, pullToken, path === workflowTask ? 'workflow task' : path);
  for (const path of ['Condition', 'Patient/volledig-patient']) {
    await get(path, null, `${path} without token`);
    await get(path, 'zomaar-iets', `${path} with any token`);
    await get(path, notifyToken, `${path} with token for notifying`);
  }
  const accepting = (path: string, accept: string) => note(stage, `GET ${path === workflowTask ? 'workflow task' : path} accepting ${accept}`,
    callAs('harness-receiver', 'GET', `${stage.xis.origin}/fhir/${path}`, { authorization: `Bearer ${pullToken}`, accept }));
  for (const path of ['Flag', 'Condition', 'NutritionOrder', `Observation/$lastn?code=${enc('http://loinc.org|29463-7')}`, 'Patient/volledig-patient', workflowTask, 'Task/onbekend']) await accepting(path, 'application/fhir+xml');
  await accepting('Flag', 'application/fhir+json');
  await accepting('Flag', 'text/turtle');
}

async function endings(stage: Stage): Promise<void> {
  const seeAllergies = (what: string, bearer: string) => note(stage, what, callAs('harness-receiver', 'GET', `${stage.xis.origin}/fhir/AllergyIntolerance`, { authorization: `Bearer ${bearer}` }));
  await act(stage, 'cancel');
  await overheard(stage);
  await seeAllergies('old token after cancel', pullToken);
  await ask(stage, 'after cancel', { grant: { ...user, patient: volledig, authorization_base: base } });
  await act(stage, 'send', { availableForSeconds: 1 });
  const again = inputOf(taskIn(await overheard(stage)), 'authorization-base') ?? '';
  const grant = { ...user, patient: volledig, authorization_base: again };
  const short = await ask(stage, 'for a second', { grant });
  stage.clock.move(1_500);
  await seeAllergies('old token after period', short.token);
  await ask(stage, 'after period', { grant });
  await act(stage, 'send', { patientBsn: minimaal });
  const last = inputOf(taskIn(await overheard(stage)), 'authorization-base') ?? '';
  const token = await ask(stage, 'to grow old', { grant: { ...user, patient: minimaal, authorization_base: last } });
  stage.clock.move(400_000);
  await seeAllergies('expired token', token.token);
  const log = (await control('GET', stage.xis.accessLogUrl)).body as { at: string }[];
  stage.lines.push(...log.map(({ at: _at, ...entry }) => `log ${JSON.stringify(entry)}`));
}

function incoming(identifier: string, changes: object = {}): object {
  return {
    resourceType: 'Task', identifier: [{ system: 'urn:ietf:rfc:3986', value: identifier }], groupIdentifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:6d6a2f3e-9a3c-4b1c-8f5e-000000000001' },
    basedOn: [{ reference: 'Task/wf-1' }], status: 'requested', intent: 'proposal', code: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskCode', code: 'pull-notification' }] },
    for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: volledig } },
    requester: { agent: { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:oid:2.999.10.4' } }, onBehalfOf: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: west } } },
    owner: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: noord } },
    input: [
      { type: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskParameter', code: 'authorization-base' }] }, valueString: 'R3JvbmRzbGFnIDE=' },
      { type: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskParameter', code: 'get-workflow-task' }] }, valueBoolean: true },
      { type: { coding: [{ system: 'http://loinc.org', code: '48765-2' }] }, valueString: 'AllergyIntolerance' },
      { type: { coding: [{ system: 'http://loinc.org', code: '47519-4' }] }, valueString: 'Procedure?category=http%3A%2F%2Fsnomed.info%2Fsct%7C387713003' },
      { type: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] }, valueString: 'Observation/$lastn?code=http://loinc.org|85354-9' },
    ],
    ...changes,
  };
}
const first = 'urn:uuid:6d6a2f3e-9a3c-4b1c-8f5e-000000000010';
async function receiving(stage: Stage): Promise<void> {
  const token = (await ask(stage, 'to notify', { ura: west, key: 'harness-sender' })).token;
  const task = (what: string, method: string, bearer: string | null, body: unknown, query = '') => note(stage, `${method} Task ${what}`,
    callAs('harness-sender', method, `${stage.xis.origin}/fhir/Task${query}`, { 'content-type': 'application/fhir+json', ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) }, typeof body === 'string' ? body : JSON.stringify(body)));
  const when = (identifier: string) => `?identifier=${enc(`urn:ietf:rfc:3986|${identifier}`)}`;
  const other = 'urn:uuid:6d6a2f3e-9a3c-4b1c-8f5e-000000000020';
  await task('without token', 'POST', null, incoming(other));
  await task('with any token', 'POST', 'zomaar-iets', incoming(other));
  await task('with expired token', 'POST', notifyToken, incoming(other));
  await task('good', 'POST', token, incoming(first));
  const inXml = writeXml(incoming('urn:uuid:6d6a2f3e-9a3c-4b1c-8f5e-000000000040') as JsonObject);
  await note(stage, 'Task in XML', callAs('harness-sender', 'POST', `${stage.xis.origin}/fhir/Task`, { 'content-type': 'application/fhir+xml', accept: 'application/fhir+xml', authorization: `Bearer ${token}` }, inXml));
  await task('malformed', 'POST', token, '{"resourceType": "Task", ');
  await task('R4', 'POST', token, incoming(other, { requester: { reference: 'Organization/1' }, instantiatesUri: 'http://example.org' }));
  await task('foreign owner', 'POST', token, incoming(other, { owner: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: oost } } }));
  await task('foreign sender', 'POST', token, incoming(other, { requester: { agent: {}, onBehalfOf: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: oost } } } }));
  const twice = 'urn:uuid:6d6a2f3e-9a3c-4b1c-8f5e-000000000030';
  await task('to cancel', 'POST', token, incoming(twice));
  await task('cancel', 'PUT', token, incoming(twice, { status: 'cancelled' }), when(twice));
  await task('again', 'POST', token, incoming(twice));
  await task('cancel of two', 'PUT', token, incoming(twice, { status: 'cancelled' }), when(twice));
  const nobody = 'urn:uuid:6d6a2f3e-9a3c-4b1c-8f5e-0000000000ff';
  await task('cancel of unknown', 'PUT', token, incoming(nobody, { status: 'cancelled' }), when(nobody));
  await task('cancel under another identifier', 'PUT', token, incoming(nobody, { status: 'cancelled' }), when(twice));
  await overheard(stage);
}
async function pulling(stage: Stage): Promise<void> {
  await act(stage, 'pull', { otherUra: west, notificationIdentifier: first });
  await overheard(stage);
}

/** The line without what differs from run to run. */
function normal(line: string, stage: Stage): string {
  return line.replaceAll(stage.xis.origin, 'https://xis').replaceAll(enc(stage.xis.origin), 'https://xis').replaceAll(stage.peer.origin, 'https://peer')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT').replaceAll(/"kid":"[^"]*"/g, 'KID')
    .replaceAll(base === '' ? '\u0000' : base, 'BASE').replaceAll(/[A-Za-z0-9_-]{32,}/g, 'RANDOM');
}

/** What an outsider sees of its use of ZORG-AB: one with a good certificate, and one with a certificate of strangers. */
export async function directoryTranscriptOf(defects: readonly string[]): Promise<readonly string[]> {
  const pki = await testPki();
  const lines: string[] = [];
  const node = await startPeer('simulators', twiinAnswer);
  for (const identity of ['simulators', 'simulators-lookalike'] as const) {
    const directory = await startPeer(identity, (request) => directoryAnswer(request, node.origin));
    const addressing: Addressing = { kind: 'zorg-ab', base: `${directory.origin}/zab-ro/fhir` };
    const xis = await startXis({ ...baseConfig(pki, 'sut', noord, 0, addressing), defects }, { clock: movableClock() });
    const answer = await control('POST', xis.controlUrl, { action: 'send', patientBsn: volledig, actingUra: noord, otherUra: zuid });
    lines.push(`${identity}: send -> ${answer.status}`);
    lines.push(...directory.seen.map((entry) => `${identity}: ${entry.certificate} ${entry.target} ${String(entry.headers['accept'])}`));
    lines.push(...node.seen.splice(0).map((entry) => `${identity}: to ${entry.target} owner ${/"owner":\{[^}]*\}/.exec(entry.body)?.[0] ?? '-'}`));
    await Promise.all([xis.close(), directory.close()]);
  }
  await node.close();
  return lines;
}
function directoryAnswer(request: Seen, node: string): { status: number; body: unknown } {
  const organisation = (id: string, ura: string, active: boolean) => ({ resourceType: 'Organization', id, meta: { lastUpdated: '2026-02-03T09:15:00' }, active, identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/ura', value: ura }], name: 'Testziekenhuis Zuid' });
  const endpoint = (id: string, status: string, manager: string, payload: string, path: string, more: object = {}) => ({
    resourceType: 'Endpoint', id, status, managingOrganization: { reference: `Organization/${manager}` }, connectionType: { system: 'http://hl7.org/fhir/endpoint-connection-type', code: 'hl7-fhir-rest' },
    payloadType: [{ coding: [{ system: 'http://nuts-foundation.github.io/nl-generic-functions-ig/CodeSystem/nl-gf-data-exchange-capabilities', code: payload }] }], address: `${node}${path}`, ...more,
  });
  const bundle = (resources: readonly object[]) => ({ status: 200, body: { resourceType: 'Bundle', type: 'searchset', total: resources.length, entry: resources.map((resource) => ({ resource })) } });
  const url = new URL(request.target, node);
  if (url.pathname.endsWith('/Organization')) return bundle([organisation('101', zuid, false), organisation('102', zuid, true), organisation('104', '90000088', true), organisation('103', zuid, false)]);
  if (url.pathname.endsWith('/Organization/900')) return { status: 200, body: organisation('900', '90000077', true) };
  if (!url.pathname.endsWith('/Endpoint')) return { status: 404, body: { resourceType: 'OperationOutcome', issue: [] } };
  const id = url.searchParams.get('organization')!.replace('Organization/', '');
  if (id !== '102') return bundle([endpoint('e1', 'active', id, 'Twiin-TA-notification', `/oud-${id}`), endpoint('e2', 'active', id, 'Nuts-OAuth', '/oauth/token')]);
  const all = [
    endpoint('e3', 'off', '102', 'Twiin-TA-notification', '/uit'), endpoint('e4', 'suspended', '102', 'Twiin-TA-notification', '/opgeschort'),
    endpoint('e5', 'active', '102', 'Twiin-TA-notification', '/verlopen', { period: { end: '2020-01-01T00:00:00' } }),
    endpoint('e6', 'active', '102', 'Twiin-TA-notification', '/r4', { payloadMimeType: ['application/fhir+json; fhirVersion=4.0'] }),
    endpoint('e7', 'active', '900', 'Twiin-TA-notification', '/fhir'), endpoint('e8', 'active', '102', 'Nuts-OAuth', '/oauth/token'),
  ];
  return bundle(url.searchParams.get('status') === 'active' ? all.filter((entry) => entry.status === 'active') : all);
}
