import { expect, test } from 'vitest';
import type { Endpoint, Exchange } from '../model/exchange.ts';
import type { StimulusName } from '../model/stimulus.ts';
import { allRules, simulatorRules } from './index.ts';
import { call, probe, spoiled } from './testing.ts';

/** Which messages a rule looks at: whose call, in which roles, at which endpoints, with which methods, under which stimuli. */
interface Looks {
  readonly side: 'SUT calls' | 'we call';
  readonly roles: readonly string[];
  readonly endpoints: readonly Endpoint[];
  /** All of them when left out. */
  readonly methods?: readonly string[];
  /** Names of bad stimuli; left out: valid messages only. */
  readonly stimuli?: readonly StimulusName[];
}
const both = ['twiin-sender', 'twiin-receiver'] as const;
const protectedEndpoints: readonly Endpoint[] = ['notification', 'resource', 'workflow-task'];
const task: Looks = { side: 'SUT calls', roles: ['twiin-sender'], endpoints: ['notification'], methods: ['POST', 'PUT'] };
const tokenRequest: Looks = { side: 'SUT calls', roles: both, endpoints: ['token'] };
const badToken = (...stimuli: StimulusName[]): Looks => ({ side: 'we call', roles: both, endpoints: ['token'], stimuli });
const badNotification = (...stimuli: StimulusName[]): Looks => ({ side: 'we call', roles: ['twiin-receiver'], endpoints: ['notification'], stimuli });
const badConnection = (...stimuli: StimulusName[]): Looks => ({ side: 'we call', roles: both, endpoints: ['token', ...protectedEndpoints], stimuli });
const created: Looks = { side: 'we call', roles: ['twiin-receiver'], endpoints: ['notification'], methods: ['POST'] };
const pulled = (endpoint: Endpoint, stimulus: StimulusName): Looks => ({ side: 'we call', roles: ['twiin-sender'], endpoints: [endpoint], stimuli: [stimulus] });
const directory: Looks = { side: 'SUT calls', roles: ['zorgab-client'], endpoints: ['directory'] };

/** What the system serves in a pull; the same rules look at what our own resource side serves. */
const served: Looks = { side: 'we call', roles: ['twiin-sender'], endpoints: ['resource'] };
const servedByUs: Looks = { side: 'SUT calls', roles: ['twiin-receiver'], endpoints: ['resource'] };
const ofAnswers = [
  'answer-is-valid-fhir', 'bundle-has-self-link', 'codeable-concept-can-be-read', 'coding-has-system-and-code', 'coding-system-is-no-value-set', 'entry-resource-has-id', 'full-url-is-absolute',
  'identifier-has-system-and-value', 'reference-has-display', 'resource-states-its-profile', 'search-result-is-a-searchset', 'search-status-is-200', 'self-link-repeats-parameters',
];

const table: Readonly<Record<string, Looks>> = {
  ...Object.fromEntries(ofAnswers.flatMap((id) => [[id, served], [`simulator-${id}`, servedByUs]])),
  'answer-follows-accept': served,
  'answer-holds-no-empty-text': served,
  'empty-search-gives-an-empty-searchset': served,
  'endpoint-refuses-connection-without-trusted-certificate': badConnection('no-client-certificate', 'certificate-unknown-ca', 'certificate-expired'),
  'endpoint-refuses-revoked-certificate': badConnection('certificate-revoked'),
  'create-gets-a-technical-response': created,
  'created-task-has-a-location': created,
  'error-holds-an-operation-outcome': badNotification('malformed-json', 'task-not-stu3', 'owner-not-served', 'requester-not-token-organisation', 'cancel-unknown-notification'),
  'foreign-owner-is-refused': badNotification('owner-not-served'),
  'input-codes-use-task-parameter': task,
  'input-values-have-their-type': task,
  'invalid-notification-gets-400-or-422': badNotification('malformed-json', 'task-not-stu3', 'owner-not-served', 'requester-not-token-organisation'),
  'notification-carries-authorization-base': { ...task, methods: ['POST'] },
  'notification-code-is-pull-notification': task,
  'notification-has-group-identifier': task,
  'notification-intent-is-proposal': task,
  'notification-is-a-create': task,
  'notification-is-an-stu3-task': task,
  'notification-status-is-requested': { ...task, methods: ['POST'] },
  'organisations-are-named-by-ura': task,
  'patient-is-named-by-bsn': task,
  'on-behalf-of-is-sending-organisation': task,
  'owner-is-receiving-organisation': task,
  'search-and-read-inputs-have-their-value': task,
  'query-outside-the-grant-is-refused': pulled('resource', 'query-outside-grant'),
  'unknown-workflow-task-gives-404': pulled('workflow-task', 'unknown-workflow-task'),
  'workflow-task-without-token-gives-401': { ...pulled('workflow-task', 'no-token'), roles: both },
  'reserved-characters-are-percent-encoded': { side: 'SUT calls', roles: ['twiin-receiver'], endpoints: ['resource'], methods: ['GET'] },
  'workflow-task-is-an-stu3-task': { side: 'we call', roles: ['twiin-sender'], endpoints: ['workflow-task'], methods: ['GET'] },
  'workflow-task-is-read-by-id': { side: 'SUT calls', roles: ['twiin-receiver'], endpoints: ['workflow-task'] },
  'request-without-right-is-refused': { side: 'we call', roles: both, endpoints: ['resource'], stimuli: ['no-token', 'token-expired', 'token-forged'] },
  'assertion-alg-is-asymmetric': tokenRequest,
  'assertion-typ-is-jwt': tokenRequest,
  'client-assertion-verifies-with-registered-key': tokenRequest,
  'client-authenticates-with-client-assertion': tokenRequest,
  'bearer-token-in-authorization-header': { side: 'SUT calls', roles: both, endpoints: protectedEndpoints },
  'expired-or-forged-token-gives-nothing': { side: 'we call', roles: both, endpoints: protectedEndpoints, stimuli: ['token-expired', 'token-forged', 'token-other-purpose'] },
  'invalid-assertion-is-refused-with-oauth-error': badToken(
    'client-assertion-expired', 'client-assertion-wrong-audience', 'client-assertion-forged', 'grant-assertion-expired', 'grant-assertion-wrong-audience', 'grant-assertion-forged',
  ),
  'notification-endpoint-needs-a-token': { side: 'we call', roles: both, endpoints: ['notification'], stimuli: ['no-token'] },
  'resource-endpoint-needs-a-token': { side: 'we call', roles: both, endpoints: ['resource'], stimuli: ['no-token'] },
  'replayed-assertion-gives-no-token': badToken('client-assertion-replayed'),
  'unsigned-or-foreign-assertion-gives-no-token': badToken(
    'client-assertion-alg-none', 'client-assertion-hmac', 'client-assertion-forged', 'grant-assertion-alg-none', 'grant-assertion-hmac', 'grant-assertion-forged',
  ),
  'token-response-is-complete': { side: 'we call', roles: both, endpoints: ['token'] },
  'zorg-ab-client-accepts-fhir-json': directory,
  'zorg-ab-client-uses-its-own-certificate': directory,
  'simulator-token-response-is-complete': tokenRequest,
  'simulator-expired-assertion-gives-no-token': { ...tokenRequest, roles: [...both, 'simulator'] },
};
/** One of these is every kind of message: whose, role, endpoint, method; and every bad stimulus of ours. */
const names = [...new Set(Object.values(table).flatMap((one) => one.stimuli ?? [])), 'authorization-base-altered', 'malformed-query', 'read-other-patient'] as readonly StimulusName[];
const endpoints: readonly Endpoint[] = ['token', 'metadata', 'notification', 'resource', 'workflow-task', 'directory', 'access-log', 'trigger', 'other'];
interface Kind { readonly side: Looks['side']; readonly role: string; readonly endpoint: Endpoint; readonly method: string; readonly stimulus: StimulusName | null }
const kinds: readonly Kind[] = ['twiin-sender', 'twiin-receiver', 'zorgab-client', 'simulator'].flatMap((role) => endpoints.flatMap((endpoint) => ['GET', 'POST', 'PUT'].flatMap((method): Kind[] => [
  { side: 'SUT calls', role, endpoint, method, stimulus: null },
  ...[null, ...names].map((stimulus): Kind => ({ side: 'we call', role, endpoint, method, stimulus })),
])));
const messages: readonly { readonly kind: Kind; readonly exchange: Exchange }[] = kinds.map((kind) => {
  const { role, endpoint, method, stimulus } = kind;
  const settings = { role, method, ...(stimulus !== null && { stimulus: spoiled(stimulus) }) };
  return { kind, exchange: kind.side === 'SUT calls' ? call(endpoint, settings) : probe(endpoint, settings) };
});
function looksAt(looks: Looks, kind: Kind): boolean {
  return kind.side === looks.side && looks.roles.includes(kind.role) && looks.endpoints.includes(kind.endpoint)
    && (looks.methods ?? [kind.method]).includes(kind.method) && (kind.stimulus === null ? looks.stimuli === undefined : (looks.stimuli ?? []).includes(kind.stimulus));
}
test.each(Object.entries(table))('%s looks at these messages and no others', (id, looks) => {
  const rule = [...allRules, ...simulatorRules].find((one) => one.id === id);
  if (rule === undefined || rule.scope === 'trace') throw new Error(`no rule ${id} that selects`);
  const wrong = messages.filter(({ kind, exchange }) => rule.selects(exchange) !== looksAt(looks, kind)).map(({ kind }) => kind);
  expect(wrong).toEqual([]);
});
