import type { Attestation, ConnectionEvent, Endpoint, Exchange, Headers, TriggerEvent } from '../model/exchange.ts';
import type { NotificationGrant } from '../model/grant.ts';
import type { Claim } from '../model/claim.ts';
import type { Rule, RuleContext, RuleOutcome } from '../model/rule.ts';
import type { CertificateFacts } from '../model/tls.ts';
import type { Expectation, Stimulus, StimulusName } from '../model/stimulus.ts';
import type { JournalEntry } from '../model/exchange.ts';
import type { Json } from './message/body.ts';
import { lackingIn } from './well-formed.ts';

/** Builders for unit tests of rules: a message that is right, with what the test wants different. */
type Content = string | Json | readonly unknown[];
const bytes = (content: Content | undefined): Uint8Array =>
  new TextEncoder().encode(content === undefined ? '' : typeof content === 'string' ? content : JSON.stringify(content));

export const trusted: CertificateFacts = {
  subject: 'CN=sut.test', issuer: 'CN=Test CA', serialNumber: '01', fingerprint256: 'aa', publicKey256: 'bb',
  validFrom: '2026-01-01T00:00:00Z', validTo: '2027-01-01T00:00:00Z', subjectAltName: 'DNS:sut.test', status: 'trusted',
};
let counter = 0;
export interface ExchangeSettings extends Partial<Omit<Exchange, 'request' | 'response' | 'kind'>> {
  readonly method?: string;
  readonly target?: string;
  readonly url?: string;
  readonly headers?: Headers;
  readonly body?: Content;
  /** null: no answer. */
  readonly status?: number | null;
  readonly answer?: Content;
  readonly answerHeaders?: Headers;
}
function exchange(defaults: ExchangeSettings, settings: ExchangeSettings): Exchange {
  const all = { ...defaults, ...settings };
  counter += 1;
  const target = all.target ?? '/t1/twiin/90000022/fhir/Task';
  return {
    kind: 'exchange', id: all.id ?? `e${counter}`, seq: all.seq ?? counter, side: all.side ?? 'simulator', simulator: all.simulator ?? 'twiin',
    organisation: all.organisation ?? '90000022', endpoint: all.endpoint ?? 'notification', role: all.role ?? 'twiin-sender', tenant: 't1',
    startedAt: all.startedAt ?? 1_700_000_000_000 + counter, endedAt: all.endedAt ?? 1_700_000_000_001 + counter,
    request: { method: all.method ?? 'GET', target, url: all.url ?? `https://host.test${target}`, headers: all.headers ?? { authorization: 'Bearer tok-1' }, body: bytes(all.body) },
    response: all.status === null ? null : { status: all.status ?? 200, headers: all.answerHeaders ?? { 'content-type': 'application/fhir+json' }, body: bytes(all.answer) },
    transport: all.transport ?? { outcome: all.status === null ? 'timeout' : 'answered' },
    tls: all.tls ?? { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', peer: trusted },
    stimulus: all.stimulus ?? { valid: true }, fault: all.fault ?? null, case: all.case ?? { id: 'TS-01', attempt: 1 },
    ...(all.withheld === undefined ? {} : { withheld: all.withheld }),
  };
}
/** The SUT called us. */
export function call(endpoint: Endpoint, settings: ExchangeSettings = {}): Exchange {
  return exchange({ endpoint, side: 'simulator', role: endpoint === 'resource' || endpoint === 'workflow-task' ? 'twiin-receiver' : 'twiin-sender' }, settings);
}
/** We called the SUT. */
export function probe(endpoint: Endpoint, settings: ExchangeSettings = {}): Exchange {
  return exchange({ endpoint, side: 'probe', role: endpoint === 'notification' ? 'twiin-receiver' : 'twiin-sender' }, settings);
}
export function spoiled(name: StimulusName, expects: Expectation = 'refuse-data'): Stimulus { return { valid: false, name, expects }; }

/** A right Notification Task, with members replaced; `undefined` leaves one out. */
export function task(changes: Readonly<Record<string, unknown>> = {}): Json {
  return JSON.parse(JSON.stringify({
    resourceType: 'Task',
    identifier: [{ system: 'urn:ietf:rfc:3986', value: 'urn:uuid:0b1f7f0e-52a4-4c0c-9d6b-3a1c4d9d2e11' }],
    groupIdentifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:8a5d2b64-0f6e-4f5a-8a8b-6f0f6a6c7788' },
    status: 'requested', intent: 'proposal',
    code: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskCode', code: 'pull-notification' }] },
    for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' } },
    requester: {
      agent: { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:oid:2.999.10.1' } },
      onBehalfOf: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '90000011' } },
    },
    owner: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '90000022' } },
    input: [input('authorization-base', { valueString: 'Z3JvbmRzbGFn' }), input('search-resource', { valueString: 'Condition' })],
    ...changes,
  })) as Json;
}
export function input(code: string, value: Json, system = 'http://fhir.nl/fhir/NamingSystem/TaskParameter'): Json {
  return { type: { coding: [{ system, code }] }, ...value };
}
/** The SUT's notification at our receiver. */
export function notification(changes: Readonly<Record<string, unknown>> = {}, settings: ExchangeSettings = {}): Exchange {
  return call('notification', { method: 'POST', status: 201, headers: { 'content-type': 'application/fhir+json', authorization: 'Bearer tok-1' }, body: task(changes), ...settings });
}
export function jwt(header: Json, claims: Json, signature = 'sig'): string {
  const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}
/** A token request with both assertions. */
export function tokenForm(changes: Readonly<Record<string, string | undefined>> = {}, claims: Json = {}): string {
  const parameters: Record<string, string | undefined> = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: jwt({ typ: 'JWT', alg: 'ES512', kid: 'k1' }, { sub: '90000011', jti: `grant-${counter}`, ...claims }),
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: jwt({ typ: 'JWT', alg: 'ES512', kid: 'k1' }, { sub: 'client', jti: `client-${counter}` }),
    ...changes,
  };
  return new URLSearchParams(Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined)).toString();
}
export function tokenCall(form: string = tokenForm(), settings: ExchangeSettings = {}): Exchange {
  return call('token', {
    method: 'POST', target: '/t1/twiin/90000022/oauth/token', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form,
    answer: tokenAnswer(), answerHeaders: { 'content-type': 'application/json', 'cache-control': 'no-store' }, ...settings,
  });
}
export function tokenAnswer(changes: Readonly<Record<string, unknown>> = {}): Json {
  return JSON.parse(JSON.stringify({ access_token: 'tok-1', token_type: 'Bearer', expires_in: 300, ...changes })) as Json;
}
export const outcomeBody: Json = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'not-found' }] };

/** A searchset with these resources as matches. */
export function searchset(resources: readonly Json[], changes: Readonly<Record<string, unknown>> = {}): Json {
  return JSON.parse(JSON.stringify({
    resourceType: 'Bundle', type: 'searchset', total: resources.length, link: [{ relation: 'self', url: 'https://host.test/fhir/Condition' }],
    entry: resources.map((resource) => ({ fullUrl: `https://host.test/fhir/${String(resource.resourceType)}/${String(resource.id)}`, resource, search: { mode: 'match' } })),
    ...changes,
  })) as Json;
}
export function condition(changes: Readonly<Record<string, unknown>> = {}): Json {
  return {
    resourceType: 'Condition', id: 'c1', meta: { profile: ['http://nictiz.nl/fhir/StructureDefinition/zib-Problem'] },
    identifier: [{ system: 'urn:oid:2.999.10.1', value: 'c1' }],
    code: { coding: [{ system: 'http://snomed.info/sct', code: '386661006', display: 'Koorts' }] },
    subject: { reference: 'Patient/p1', display: 'Testpatiënt' }, ...changes,
  };
}
export function patient(bsn = '999990019', id = 'p1'): Json {
  return { resourceType: 'Patient', id, meta: { profile: ['http://fhir.nl/fhir/StructureDefinition/nl-core-patient'] }, identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: bsn }] };
}
export function trigger(action: TriggerEvent['action'], settings: Partial<TriggerEvent> = {}): TriggerEvent {
  counter += 1;
  return { kind: 'trigger', id: `t${counter}`, seq: counter, at: 0, action, outcome: 'done', message: '', case: { id: 'TS-01', attempt: 1 }, ...settings };
}
export function attestation(question: string, answer: Attestation['answer']): Attestation {
  counter += 1;
  return { kind: 'attestation', id: `a${counter}`, seq: counter, at: 0, question, answer, by: 'tester', note: '', case: null };
}
export function connection(reason: string, settings: Partial<ConnectionEvent> = {}): ConnectionEvent {
  counter += 1;
  return { kind: 'connection', id: `k${counter}`, seq: counter, at: 0, host: 'main', remote: '127.0.0.1', tls: 'not-observed', reason, detail: '', case: null, ...settings };
}
export function grant(settings: Partial<NotificationGrant> = {}): NotificationGrant {
  return {
    kind: 'notification', by: 'harness', identifier: 'urn:uuid:n1', groupIdentifier: 'urn:uuid:g1', authorizationBase: 'Z3JvbmRzbGFn', senderUra: '90000044',
    receiverUra: '90000011', patientBsn: '999990019', queries: ['Condition'], resources: [], workflowTask: null, periodEnd: null, cancelledAt: null, at: 0, caseId: 'c', ...settings,
  };
}
const claim: Claim = {
  ics: {
    product: 'XIS', version: '1', supplier: 'Test', parts: [], roles: ['twiin-sender', 'twiin-receiver'], profiles: ['twiin-np-stu3'],
    options: {
      addressing: 'zorg-ab', workflowTask: true, authorizationBase: true, cancellation: true, renewal: true, notificationContent: 'both',
      formats: ['json'], queryList: 'bgz-2-alpha', duplicatesPossible: false, showsMap: false,
    },
    extraBsns: [],
  },
  ixit: {
    organisation: { ura: '90000011', name: 'Testziekenhuis Noord', systemId: 'urn:oid:2.999.10.1' }, endpoints: {}, clients: [],
    ourClient: { algorithm: 'ES512', clientAudience: 'token-endpoint' }, personas: [], triggers: {}, tls: { endsAtProxy: false },
    listen: { host: '127.0.0.1', port: 0 }, windows: { notification: 1, pull: 1, absence: 1, leeway: 300_000, trigger: 1, attest: 1 },
  },
  releases: { twiin: '1.4', bgz: '2.0' },
};
export function claimWith(options: Partial<Claim['ics']['options']> = {}, releases: Partial<Claim['releases']> = {}): Claim {
  return { ...claim, ics: { ...claim.ics, options: { ...claim.ics.options, ...options } }, releases: { ...claim.releases, ...releases } };
}
export function contextWith(settings: Partial<RuleContext> = {}): RuleContext {
  return {
    claim, now: 1_700_000_100_000, persona: null, expectedCounts: null, grants: [], registeredKeys: [],
    audience: { tokenEndpoint: 'https://host.test/t1/twiin/90000022/oauth/token', authorizationServer: 'https://host.test/t1/twiin/90000022' },
    addressee: '90000022', facts: { caseKind: 'send' }, ...settings,
  };
}
/** A persona of which rules only read the BSN. */
export function personaWith(bsn = '999990019'): RuleContext['persona'] {
  return { key: 'minimaal', patient: { bsn } } as unknown as RuleContext['persona'];
}

/** What a rule says of one exchange or trace; empty when it is not selected. Throws when a part of what it says lacks. */
export function judge(rule: Rule, given: Exchange | readonly JournalEntry[], context: Partial<RuleContext> = {}): readonly RuleOutcome[] {
  const whole = contextWith(context);
  const outcomes = said(rule, given, whole);
  for (const outcome of outcomes) {
    const lacking = lackingIn(outcome, rule);
    if (lacking.length > 0) throw new Error(`${rule.id}: not right in this ${outcome.kind}: ${lacking.join(', ')}`);
  }
  return outcomes;
}
function said(rule: Rule, given: Exchange | readonly JournalEntry[], context: RuleContext): readonly RuleOutcome[] {
  if (rule.scope === 'trace') return rule.judge(Array.isArray(given) ? given : [given as Exchange], context);
  const one = given as Exchange;
  return rule.selects(one) ? rule.judge(one, context) : [];
}
/** The outcomes in short: `pass`, `violation`, `violation<=warning`, `violation!` (with harm), `not-applicable`, `not-tested`. */
export function kinds(rule: Rule, given: Exchange | readonly JournalEntry[], context: Partial<RuleContext> = {}): readonly string[] {
  return judge(rule, given, context).map((outcome) => {
    if (outcome.kind !== 'violation') return outcome.kind;
    return `violation${outcome.atMost === undefined ? '' : `<=${outcome.atMost}`}${outcome.harm === undefined ? '' : '!'}`;
  });
}
/** Where the violations are. */
export function paths(rule: Rule, given: Exchange | readonly JournalEntry[], context: Partial<RuleContext> = {}): readonly string[] {
  return judge(rule, given, context).flatMap((outcome) => (outcome.kind === 'violation' ? [outcome.place.path] : []));
}
/** What the violations found. */
export function actuals(rule: Rule, given: Exchange | readonly JournalEntry[], context: Partial<RuleContext> = {}): readonly string[] {
  return judge(rule, given, context).flatMap((outcome) => (outcome.kind === 'violation' ? [outcome.actual] : []));
}
/** All that can be told of the outcomes, in short: `violation<=warning request Task.status: draft [X-1]`; of others kind and requirements. */
export function told(rule: Rule, given: Exchange | readonly JournalEntry[], context: Partial<RuleContext> = {}): readonly string[] {
  return judge(rule, given, context).map((outcome) => {
    const about = outcome.requirements === undefined ? '' : ` [${outcome.requirements.join(' ')}]`;
    if (outcome.kind !== 'violation') return `${outcome.kind}${about}`;
    const limit = `${outcome.atMost === undefined ? '' : `<=${outcome.atMost}`}${outcome.harm === undefined ? '' : '!'}`;
    return `violation${limit} ${outcome.place.part} ${outcome.place.path}: ${outcome.actual}${about}`;
  });
}
