import type { Behaviour } from '../behaviour.ts';
import type { XisConfig } from '../config.ts';
import type { JsonObject } from '../messages.ts';
import { encoded } from './query-lists.ts';
import type { OfferedQuery } from './query-lists.ts';

export const bsnSystem = 'http://fhir.nl/fhir/NamingSystem/bsn';
const agbSystem = 'http://fhir.nl/fhir/NamingSystem/agb-z';
export const uraSystem = 'http://fhir.nl/fhir/NamingSystem/ura';

/** All that goes into a notification. Times in ms since the epoch. */
export interface TaskFacts {
  readonly organisation: XisConfig['organisation'];
  readonly identifier: string;
  readonly groupIdentifier: string;
  readonly base: string;
  readonly bsn: string;
  readonly patientName: string;
  readonly receiverUra: string;
  readonly authoredOn: number;
  readonly periodEnd: number;
  readonly content: XisConfig['notificationContent'];
  readonly queries: readonly OfferedQuery[];
  readonly resources: readonly string[];
  readonly workflowTaskId: string | null;
  readonly fhirBase: string;
}

/** Notification Task, STU3 (twiin.md 3.1). */
export function notificationTask(facts: TaskFacts, behaviour: Behaviour): JsonObject {
  const task: JsonObject = {
    resourceType: 'Task',
    identifier: [identifierOf(facts.identifier, behaviour)],
    groupIdentifier: { system: identifierSystem(behaviour), value: facts.groupIdentifier },
    ...(facts.workflowTaskId ? { basedOn: [{ reference: `Task/${facts.workflowTaskId}` }] } : {}),
    status: 'requested', intent: 'proposal',
    code: { coding: [{ system: kindSystem('TaskCode', behaviour), code: behaviour.defect('notify-code-other') ? 'push-notification' : 'pull-notification' }] },
    ...patientOf(facts, behaviour),
    authoredOn: new Date(facts.authoredOn).toISOString(),
    requester: {
      agent: { identifier: systemId(facts, behaviour) },
      onBehalfOf: { identifier: { system: uraSystem, value: facts.organisation.ura }, display: facts.organisation.name },
    },
    owner: { identifier: { system: uraSystem, value: facts.receiverUra } },
    ...(behaviour.variant('no-restriction') ? {} : { restriction: { period: { end: periodEnd(facts, behaviour) } } }),
    input: inputs(facts, behaviour),
  };
  return flawed(task, facts, behaviour);
}

/** Workflow Task (twiin.md 6): no BSN, because it can be read without a user. */
export function workflowTask(facts: TaskFacts, patientReference: string, behaviour: Behaviour): JsonObject {
  const task: JsonObject = {
    resourceType: 'Task', id: facts.workflowTaskId ?? undefined,
    meta: { profile: ['http://nictiz.nl/fhir/StructureDefinition/BgZ-verwijzing-Task'] },
    identifier: [{ system: identifierSystem(behaviour), value: facts.groupIdentifier }],
    groupIdentifier: { system: identifierSystem(behaviour), value: facts.groupIdentifier },
    status: 'requested', intent: 'order',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '3457005', display: 'verwijzen van patiënt' }] },
    for: { reference: patientReference, display: facts.patientName },
    authoredOn: new Date(facts.authoredOn).toISOString(),
    requester: {
      agent: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:oid:${facts.organisation.systemOid}` }, display: facts.organisation.name },
      onBehalfOf: { identifier: { system: uraSystem, value: facts.organisation.ura }, display: facts.organisation.name },
    },
    owner: { identifier: { system: uraSystem, value: facts.receiverUra }, display: `URA ${facts.receiverUra}` },
    restriction: { period: { end: new Date(facts.periodEnd).toISOString() } },
    input: contentInputs(facts, behaviour),
  };
  if (!behaviour.defect('workflow-task-r4')) return task;
  return { ...task, requester: { reference: 'Organization/zorgaanbieder', display: facts.organisation.name }, reasonCode: { text: 'Verwijzing' } };
}

function identifierSystem(behaviour: Behaviour): string {
  return behaviour.variant('identifier-rfc4122') ? 'https://tools.ietf.org/html/rfc4122' : 'urn:ietf:rfc:3986';
}
function identifierOf(value: string, behaviour: Behaviour): JsonObject {
  return behaviour.defect('notify-identifier-without-system') ? { value } : { system: identifierSystem(behaviour), value };
}
function kindSystem(kind: 'TaskCode' | 'TaskParameter', behaviour: Behaviour): string {
  return `http://fhir.nl/fhir/${behaviour.variant('parameters-as-code-system') ? 'CodeSystem' : 'NamingSystem'}/${kind}`;
}
function parameter(code: string, behaviour: Behaviour): JsonObject {
  const system = behaviour.defect('notify-parameter-system-other') ? 'http://fhir.nl/fhir/TaskInput' : kindSystem('TaskParameter', behaviour);
  return { coding: [{ system, code }] };
}
function systemId({ organisation }: TaskFacts, behaviour: Behaviour): JsonObject {
  if (behaviour.variant('system-id-aorta')) return { system: 'http://fhir.nl/fhir/NamingSystem/aorta-app-id', value: '90000111' };
  const oid = behaviour.variant('system-id-uzi-oid') ? '2.16.528.1.1007.3.2.900000111' : organisation.systemOid;
  return { system: 'urn:ietf:rfc:3986', value: `urn:oid:${oid}` };
}
function patientOf(facts: TaskFacts, behaviour: Behaviour): JsonObject {
  if (behaviour.defect('patient-nowhere') || behaviour.variant('patient-in-token-only')) return {};
  if (behaviour.defect('patient-by-name-only')) return { for: { display: facts.patientName } };
  if (behaviour.defect('patient-own-number')) return { for: { identifier: { system: `urn:oid:${facts.organisation.systemOid}.9`, value: 'P-0001' } } };
  return { for: { identifier: bsnIdentifier(facts.bsn, behaviour) } };
}
function bsnIdentifier(bsn: string, behaviour: Behaviour): JsonObject {
  if (behaviour.defect('patient-bsn-oid')) return { system: 'urn:oid:2.16.840.1.113883.2.4.6.3', value: bsn };
  if (behaviour.defect('patient-bsn-misspelt-system')) return { system: 'http://fhir.nl/fhir/NamingSystem/BSN', value: bsn };
  if (behaviour.defect('patient-bsn-with-dots')) return { system: bsnSystem, value: `${bsn.slice(0, 4)}.${bsn.slice(4, 6)}.${bsn.slice(6)}` };
  return { system: bsnSystem, value: bsn };
}

function periodEnd(facts: TaskFacts, behaviour: Behaviour): string {
  const end = new Date(facts.periodEnd).toISOString();
  return behaviour.variant('period-as-date') ? end.slice(0, 10) : end;
}
function inputs(facts: TaskFacts, behaviour: Behaviour): JsonObject[] {
  const code = behaviour.defect('notify-base-aorta-code') ? 'consent_token' : 'authorization-base';
  const base: JsonObject = { type: parameter(code, behaviour), [behaviour.defect('notify-base-as-code') ? 'valueCode' : 'valueString']: facts.base };
  const second: JsonObject = { ...base, valueString: `${facts.base}-2` };
  return [
    ...(behaviour.variant('no-authorization-base') ? [] : [base]),
    ...(behaviour.defect('notify-base-twice') ? [second] : []),
    ...(facts.workflowTaskId ? [{ type: parameter('get-workflow-task', behaviour), valueBoolean: true }] : []),
    ...(behaviour.variant('extra-input') ? [{ type: { coding: [{ system: `urn:oid:${facts.organisation.systemOid}.8`, code: 'verwijzer' }] }, valueIdentifier: { system: 'http://fhir.nl/fhir/NamingSystem/uzi-nr-pers', value: '900000001' } }] : []),
    ...(facts.content === 'workflow-task' ? [] : contentInputs(facts, behaviour)),
  ];
}
function contentInputs(facts: TaskFacts, behaviour: Behaviour): JsonObject[] {
  const queries = facts.queries.map((offered) => {
    const type = behaviour.variant('queries-generic-type') ? parameter('search-resource', behaviour) : { coding: [{ system: offered.system, code: offered.code }] };
    const relative = behaviour.variant('queries-raw') ? offered.query : encoded(offered.query);
    const query = behaviour.variant('queries-absolute') ? `${facts.fhirBase}/${relative}` : relative;
    if (behaviour.defect('notify-query-as-reference')) return { type, valueReference: { reference: query } };
    return behaviour.defect('notify-query-as-uri') ? { type, valueUri: query } : { type, valueString: query };
  });
  const resources = facts.resources.map((reference) => ({ type: parameter('read-resource', behaviour), valueReference: { reference } }));
  return [...queries, ...resources];
}

/** Seeded defects in the frame of the notification. */
function flawed(task: JsonObject, facts: TaskFacts, behaviour: Behaviour): JsonObject {
  const changed: JsonObject = { ...task };
  if (behaviour.defect('notify-r4-requester')) changed['requester'] = { identifier: { system: uraSystem, value: facts.organisation.ura } };
  if (behaviour.defect('notify-r4-instantiates')) Object.assign(changed, { instantiatesUri: 'http://example.org/bgz', encounter: { display: 'Opname' } });
  if (behaviour.defect('notify-no-group')) delete changed['groupIdentifier'];
  if (behaviour.defect('notify-status-accepted')) changed['status'] = 'accepted';
  if (behaviour.defect('notify-intent-order')) changed['intent'] = 'order';
  const agent = { identifier: systemId(facts, behaviour) };
  if (behaviour.defect('notify-on-behalf-missing')) changed['requester'] = { agent };
  if (behaviour.defect('notify-on-behalf-other')) changed['requester'] = { agent, onBehalfOf: { identifier: { system: uraSystem, value: '90000099' } } };
  if (behaviour.defect('notify-on-behalf-by-agb')) changed['requester'] = { agent, onBehalfOf: { identifier: { system: agbSystem, value: '20000010' }, display: facts.organisation.name } };
  if (behaviour.defect('notify-illegal-date')) changed['authoredOn'] = new Date(facts.authoredOn).toISOString().slice(0, 10).split('-').toReversed().join('-');
  if (behaviour.defect('notify-unknown-element')) changed['priorityText'] = 'spoed';
  if (behaviour.defect('owner-missing')) delete changed['owner'];
  if (behaviour.defect('owner-self')) changed['owner'] = { identifier: { system: uraSystem, value: facts.organisation.ura } };
  if (behaviour.defect('owner-by-name')) changed['owner'] = { display: 'Het ontvangende ziekenhuis' };
  if (behaviour.defect('owner-other-ura')) changed['owner'] = { identifier: { system: uraSystem, value: facts.receiverUra.replace(/(.)(.)$/, (_, one: string, two: string) => (one === two ? '19' : two + one)) } };
  return changed;
}
