import type { Organisation } from '../../model/organisation.ts';
import type { Reply, SimContext, SimRequest } from '../../model/simulator.ts';
import { fhirReply, outcomeReply, sharedObject } from '../kernel/replies.ts';

/** What a later conditional update is matched with; nothing is read here, and the journal has the Task itself. */
interface StoredTask { readonly id: string; readonly node: string; readonly identifiers: readonly string[]; readonly sender: string }

/** Twiin-01: `POST Task`, and the conditional update that revokes a notification (twiin.md 3.3, 3.4). */
export function answerNotification(request: SimRequest, context: SimContext, node: Organisation, base: string, tokenOrganisation: string): Reply {
  const task = sharedObject(request.body);
  if (task === null) return outcomeReply(400, 'structure', 'The body is not a JSON object in UTF-8.', 'De inhoud is geen JSON-object in UTF-8.');
  if (task.resourceType !== 'Task') return outcomeReply(400, 'structure', `Expected a Task, got ${describe(task.resourceType)}.`, `Verwacht een Task, kreeg ${describe(task.resourceType)}.`);
  const owner = task.owner?.identifier?.value;
  if (typeof owner === 'string' && /^\d{8}$/.test(owner) && owner !== node.ura) {
    return outcomeReply(422, 'business-rule', `The owner is not this organisation (${node.ura}).`, `De owner is niet deze organisatie (${node.ura}).`);
  }
  return request.method === 'POST' ? create(task, context, node, base, tokenOrganisation) : update(request, task, context, node, base, tokenOrganisation);
}
function create(task: Record<string, any>, context: SimContext, node: Organisation, base: string, sender: string): Reply {
  const id = context.uuid();
  store(context, { id, node: node.ura, identifiers: identifiersOf(task), sender });
  return fhirReply(201, { ...task, id }, { location: `${base}/Task/${id}/_history/1`, etag: 'W/"1"' });
}
function update(request: SimRequest, task: Record<string, any>, context: SimContext, node: Organisation, base: string, sender: string): Reply {
  const wanted = new URLSearchParams(request.target.split('?')[1] ?? '').get('identifier');
  if (wanted === null) return outcomeReply(400, 'invalid', 'A conditional update needs ?identifier=<system>|<value>.', 'Een conditional update heeft ?identifier=<system>|<waarde> nodig.');
  const matches = context.store.list<StoredTask>('tasks').map((row) => row.value)
    .filter((stored) => stored.node === node.ura && stored.identifiers.some((one) => one === wanted || one.endsWith(`|${wanted}`)));
  if (matches.length > 1) return outcomeReply(412, 'multiple-matches', `${matches.length} Tasks have this identifier.`, `${matches.length} Tasks hebben dit kenmerk.`);
  const match = matches[0];
  if (match === undefined) return create(task, context, node, base, sender);
  if (match.sender !== sender) return outcomeReply(403, 'forbidden', 'Only the organisation that sent the notification may change it.', 'Alleen de organisatie die de aanmelding stuurde mag haar wijzigen.');
  return fhirReply(200, { ...task, id: match.id }, { etag: 'W/"2"' });
}
/** Keys grow with time: on disk the next one stands beside the last, and they are listed as they came. */
const store = (context: SimContext, task: StoredTask): void => context.store.put('tasks', `${String(context.clock.now()).padStart(15, '0')}/${task.node}/${task.id}`, task);
function identifiersOf(task: Record<string, any>): string[] {
  return (Array.isArray(task.identifier) ? task.identifier : []).map((one: any) => `${one?.system ?? ''}|${one?.value ?? ''}`);
}
function describe(value: unknown): string { return typeof value === 'string' ? value.slice(0, 40) : typeof value; }
