import { objectOf, objectsOf, textOf } from '../messages.ts';
import type { JsonObject } from '../messages.ts';

/** What is wrong with a Task: `structure` is not FHIR STU3 (400), `business` breaks a rule of the notification (422). */
export interface Problem { readonly kind: 'structure' | 'business'; readonly why: string }

const statuses = ['draft', 'requested', 'received', 'accepted', 'rejected', 'ready', 'cancelled', 'in-progress', 'on-hold', 'failed', 'completed', 'entered-in-error'];
const r4Only = ['instantiatesUri', 'instantiatesCanonical', 'encounter', 'location', 'reasonCode', 'reasonReference', 'insurance', 'relevantHistory'];
const uraSystem = 'http://fhir.nl/fhir/NamingSystem/ura';
const bsnSystem = 'http://fhir.nl/fhir/NamingSystem/bsn';
const structure = (why: string): Problem => ({ kind: 'structure', why });
const business = (why: string): Problem => ({ kind: 'business', why });

/** Looks whether this is an STU3 Task (twiin.md 3.2). */
export function structureProblem(task: JsonObject): Problem | undefined {
  if (task['resourceType'] !== 'Task') return structure('resourceType is not Task');
  const foreign = r4Only.find((name) => task[name] !== undefined);
  if (foreign) return structure(`element ${foreign} does not exist in a Task of FHIR STU3`);
  if (!statuses.includes(textOf(task['status']) ?? '')) return structure('status is missing or not one of Task');
  if (!textOf(task['intent'])) return structure('intent is missing');
  for (const name of ['identifier', 'input', 'basedOn'] as const) {
    if (task[name] !== undefined && (!Array.isArray(task[name]) || task[name].some((entry) => !objectOf(entry)))) return structure(`${name} must be a list of objects`);
  }
  const requester = task['requester'];
  if (requester !== undefined) {
    const element = objectOf(requester);
    if (!element) return structure('requester must be an object');
    if (element['reference'] !== undefined || element['identifier'] !== undefined || element['display'] !== undefined) return structure('requester is a Reference; in STU3 it holds agent and onBehalfOf');
    if (!objectOf(element['agent'])) return structure('requester.agent is missing');
  }
  for (const name of ['owner', 'for', 'code', 'groupIdentifier', 'restriction'] as const) {
    if (task[name] !== undefined && !objectOf(task[name])) return structure(`${name} must be an object`);
  }
  if (objectsOf(task['input']).some((input) => !objectOf(input['type']))) return structure('an input has no type');
  return undefined;
}

/** Looks whether the Task is a notification that this receiver can take; `ours` is our own URA. */
export function businessProblem(task: JsonObject, status: 'requested' | 'cancelled' | 'any', ours: (ura: string) => boolean): Problem | undefined {
  const identifiers = objectsOf(task['identifier']);
  if (identifiers.length !== 1 || !textOf(identifiers[0]?.['system']) || !textOf(identifiers[0]?.['value'])) return business('exactly one identifier with system and value is expected');
  const group = objectOf(task['groupIdentifier']);
  if (!textOf(group?.['system']) || !textOf(group?.['value'])) return business('groupIdentifier with system and value is expected');
  if (status === 'requested' ? task['status'] !== 'requested' : !['requested', 'cancelled'].includes(String(task['status']))) return business(`status ${String(task['status'])} is not expected here`);
  if (task['intent'] !== 'proposal') return business('intent must be proposal');
  const code = objectsOf(objectOf(task['code'])?.['coding']).some((coding) => coding['code'] === 'pull-notification' && /^http:\/\/fhir\.nl\/fhir\/(NamingSystem|CodeSystem)\/TaskCode$/.test(textOf(coding['system']) ?? ''));
  if (!code) return business('code must be pull-notification of TaskCode');
  if (!senderOf(task)) return business('requester.onBehalfOf.identifier must hold the URA of the sending organisation');
  const owner = uraIn(task['owner']);
  if (!owner || !ours(owner)) return business('owner is not an organisation that is served here');
  const bsn = patientOf(task);
  if (bsn !== null && !isBsn(bsn)) return business('for.identifier is not a BSN');
  return undefined;
}

/** URA of the sending organisation, when the Task names it. */
export function senderOf(task: JsonObject): string | undefined {
  return uraIn(objectOf(task['requester'])?.['onBehalfOf']);
}
/** BSN in for.identifier, or null. */
export function patientOf(task: JsonObject): string | null {
  const identifier = objectOf(objectOf(task['for'])?.['identifier']);
  return identifier?.['system'] === bsnSystem ? textOf(identifier['value']) ?? null : null;
}
function uraIn(reference: JsonObject[string]): string | undefined {
  const identifier = objectOf(objectOf(reference)?.['identifier']);
  const value = textOf(identifier?.['value']);
  return identifier?.['system'] === uraSystem && value && /^\d{8}$/.test(value) ? value : undefined;
}
/** The eleven-test (test-identifiers.md). */
export function isBsn(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum !== 0 && sum % 11 === 0;
}
