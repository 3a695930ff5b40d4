import type { NotificationGrant } from '../../model/grant.ts';
import type { Reply, SimContext, SimRequest } from '../../model/simulator.ts';
import { bodyObject, fhirReply, outcomeReply } from '../kernel/replies.ts';
import type { IssuedToken } from './settings.ts';

const collection = 'workflow-tasks';
/** Statuses of an STU3 Task (value set task-status). */
const statuses = ['draft', 'requested', 'received', 'accepted', 'rejected', 'ready', 'cancelled', 'in-progress', 'on-hold', 'failed', 'completed', 'entered-in-error'];
const ending = ['rejected', 'cancelled', 'completed'];

/** After these statuses the sender ends the authorization (twiin.md 5.4 and 6). */
export function workflowHasEnded(grant: NotificationGrant, context: SimContext): boolean {
  if (grant.workflowTask === null) return false;
  const task = context.store.get<{ readonly status?: unknown }>(collection, grant.workflowTask.replace(/^Task\//, ''));
  return ending.includes(String(task?.status));
}

/** Twiin-03 and the update of the status by the receiver. Only the Task of the grant exists for this token. */
export function answerWorkflowTask(request: SimRequest, context: SimContext, id: string, grant: NotificationGrant, token: IssuedToken): Reply {
  const task = context.store.get<Record<string, unknown>>(collection, id);
  if (task === undefined || grant.workflowTask !== `Task/${id}`) return outcomeReply(404, 'not-found', `Task/${id} is not here.`, `Task/${id} is hier niet.`);
  if (request.method === 'GET') return fhirReply(200, shown(task, token));
  if (request.method !== 'PUT') return outcomeReply(405, 'not-supported', `${request.method} is not offered here.`, `${request.method} wordt hier niet aangeboden.`, { allow: 'GET, PUT' });
  const changed = bodyObject(request.body);
  if (changed?.resourceType !== 'Task' || changed.id !== id) return outcomeReply(400, 'structure', `Expected the whole Task with id ${id}.`, `Verwacht de hele Task met id ${id}.`);
  if (!statuses.includes(changed.status)) return outcomeReply(422, 'business-rule', 'The status is not one of an STU3 Task.', 'De status is geen status van een STU3-Task.');
  const kept = { ...task, status: changed.status };
  context.store.put(collection, id, kept);
  return fhirReply(200, shown(kept, token));
}
/** No BSN on a Workflow Task that is read without a user (TWIIN-PUL-19, twiin.md 6). */
function shown(task: Record<string, unknown>, token: IssuedToken): Record<string, unknown> {
  return token.user ? task : { ...task, for: { display: 'Patient of the notification' } };
}
