import type { NotificationGrant } from '../../model/grant.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Store } from '../../model/simulator.ts';
import type { QueryInput } from '../../fixtures/query-lists.ts';

export type NotificationMode = 'inline-inputs' | 'workflow-task' | 'both';
export interface Composed {
  readonly task: Record<string, any>;
  readonly grant: NotificationGrant;
  readonly workflowTask: Record<string, any> | null;
}
export interface ComposeOptions {
  readonly uuid: () => string;
  readonly now: number;
  readonly sender: Organisation;
  readonly receiver: { readonly ura: string; readonly name: string };
  readonly patientBsn: string;
  readonly queries: readonly QueryInput[];
  /** References such as `DocumentReference/x`. */
  readonly resources: readonly string[];
  readonly mode: NotificationMode;
  readonly authorizationBase: boolean;
  readonly patientOnTask: boolean;
  /** Authorization server URL of the sending node. */
  readonly baseUrl: string;
  readonly caseId: string;
  /** Milliseconds that the data stay available; default 30 days. */
  readonly availableMs?: number;
  readonly renews?: Composed;
  readonly cancels?: Composed;
}
const ietf = 'urn:ietf:rfc:3986';
const ura = 'http://fhir.nl/fhir/NamingSystem/ura';
const parameterSystem = 'http://fhir.nl/fhir/NamingSystem/TaskParameter';
const parameter = (code: string, value: Record<string, unknown>) => ({ type: { coding: [{ system: parameterSystem, code }] }, ...value });

/** The Notification Task that our sender sends (twiin.md 3.1), with the grant behind it and its Workflow Task. */
export function composeNotification(options: ComposeOptions): Composed {
  const { cancels, renews } = options;
  if (cancels !== undefined) return cancellation(cancels, options.now);
  const { sender, receiver, uuid, mode } = options;
  const identifier = `urn:uuid:${uuid()}`;
  const group = renews?.grant.groupIdentifier ?? `urn:uuid:${uuid()}`;
  // Both cases and padding occur in it, so that trimming, decoding and changing case all show.
  const base = options.authorizationBase ? Buffer.from(`${uuid()}.`).toString('base64') : null;
  const end = options.now + (options.availableMs ?? 30 * 86_400_000);
  const workflowId = mode === 'inline-inputs' ? null : uuid();
  const offers = [
    ...options.queries.map((query) => ({ type: { coding: [{ system: query.type.system, code: query.type.code }] }, valueString: query.query })),
    ...options.resources.map((reference) => parameter('read-resource', { valueReference: { reference } })),
  ];
  const parties = {
    requester: { agent: { identifier: { system: ietf, value: `urn:oid:${sender.systemOid}` }, display: `${sender.name} (GtK)` }, onBehalfOf: { identifier: { system: ura, value: sender.ura }, display: sender.name } },
    owner: { identifier: { system: ura, value: receiver.ura }, display: receiver.name },
  };
  const patient = { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: options.patientBsn } };
  const task = {
    resourceType: 'Task', identifier: [{ system: ietf, value: identifier }], groupIdentifier: { system: ietf, value: group },
    ...(workflowId === null ? {} : { basedOn: [{ reference: `Task/${workflowId}`, display: 'Workflow Task' }] }),
    status: 'requested', intent: 'proposal', code: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskCode', code: 'pull-notification' }] },
    ...(options.patientOnTask ? { for: patient } : {}), authoredOn: new Date(options.now).toISOString(), ...parties,
    restriction: { period: { end: new Date(end).toISOString() } },
    input: [
      ...(base === null ? [] : [parameter('authorization-base', { valueString: base })]),
      ...(workflowId === null ? [] : [parameter('get-workflow-task', { valueBoolean: true })]),
      ...(mode === 'workflow-task' ? [] : offers),
    ],
  };
  const workflowTask = workflowId === null ? null : {
    resourceType: 'Task', id: workflowId, identifier: [{ system: ietf, value: group }], status: 'requested', intent: 'order',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '3457005', display: 'verwijzen van patiënt' }] }, for: patient, ...parties,
    restriction: { period: { end: new Date(end).toISOString() } }, input: offers,
  };
  const grant: NotificationGrant = {
    kind: 'notification', by: 'harness', identifier, groupIdentifier: group, authorizationBase: base, senderUra: sender.ura, receiverUra: receiver.ura,
    patientBsn: options.patientBsn, queries: options.queries.map((query) => query.query), resources: options.resources,
    workflowTask: workflowId === null ? null : `Task/${workflowId}`, periodEnd: end, cancelledAt: null, at: options.now, caseId: options.caseId,
  };
  return { task, grant, workflowTask };
}
function cancellation(original: Composed, now: number): Composed {
  return { task: { ...original.task, status: 'cancelled' }, grant: { ...original.grant, cancelledAt: now }, workflowTask: original.workflowTask };
}
/** Puts what a notification grants where the sending node looks: before the notification leaves. */
export function storeNotification(store: Store, composed: Composed): void {
  store.put('grants', composed.grant.identifier, composed.grant);
  if (composed.workflowTask !== null) store.put('workflow-tasks', composed.workflowTask.id, composed.workflowTask);
}
