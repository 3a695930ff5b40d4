import type { NotificationGrant } from '../../model/grant.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Reply, SimContext, SimRequest } from '../../model/simulator.ts';
import type { Stu3Resource } from '../../fixtures/stu3/index.ts';
import { bodyObject, fhirReply, outcomeReply } from '../kernel/replies.ts';
import { includesOf, matchesOf, parseQuery, patientsNamed, selection, type Query } from './search.ts';
import type { IssuedToken, TwiinSettings } from './settings.ts';

/** Twiin-03, -04 and -05 at our sender: what was granted, of the patient of the grant, and nothing else. */
export function answerPull(request: SimRequest, context: SimContext, node: Organisation, base: string, token: IssuedToken, settings: TwiinSettings): Reply {
  const grant = token.notification === null ? undefined : context.store.get<NotificationGrant>('grants', token.notification);
  if (grant === undefined) return outcomeReply(403, 'forbidden', 'This token opens no data.', 'Dit token geeft geen toegang tot gegevens.');
  if (grant.cancelledAt !== null || (grant.periodEnd !== null && grant.periodEnd <= context.clock.now())) {
    return outcomeReply(403, 'forbidden', 'The notification was cancelled or its period has ended.', 'De aanmelding is ingetrokken of de periode is voorbij.');
  }
  const path = request.target.slice(request.target.indexOf('/fhir') + '/fhir'.length);
  const task = /^\/Task\/([A-Za-z0-9.-]{1,64})$/.exec(path.split('?')[0]!);
  if (task) return answerWorkflowTask(request, context, task[1]!, grant);
  if (request.method !== 'GET') return outcomeReply(405, 'not-supported', `${request.method} is not offered here.`, `${request.method} wordt hier niet aangeboden.`, { allow: 'GET' });

  const dossier = settings.dossier(grant.patientBsn, node, base);
  const read = /^\/([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})$/.exec(path.split('?')[0]!);
  if (read) return answerRead(read[1]!, read[2]!, dossier);
  const query = parseQuery(path);
  if (query === null) return outcomeReply(400, 'invalid', 'This is not a FHIR read or search.', 'Dit is geen FHIR-read of -search.');
  if (!isGranted(query, grant)) return outcomeReply(403, 'forbidden', `This query was not offered in the notification: ${query.type}.`, `Deze bevraging is niet aangeboden in de aanmelding: ${query.type}.`);
  return answerSearch(query, request, base, dossier, grant, settings);
}

/** Added `_include`, `_revinclude` and paging are covered; another type, code or category is not. */
function isGranted(query: Query, grant: NotificationGrant): boolean {
  return grant.queries.some((offered) => {
    const parsed = parseQuery(offered.replace(/^https?:\/\/.*\/fhir\//, ''));
    return parsed !== null && selection(parsed) === selection(query);
  });
}
function answerRead(type: string, id: string, dossier: readonly Stu3Resource[]): Reply {
  const found = dossier.find((resource) => resource.resourceType === type && resource.id === id);
  return found ? fhirReply(200, found) : outcomeReply(404, 'not-found', `${type}/${id} is not here.`, `${type}/${id} is hier niet.`);
}
function answerWorkflowTask(request: SimRequest, context: SimContext, id: string, grant: NotificationGrant): Reply {
  const task = context.store.get<Record<string, unknown>>('workflow-tasks', id);
  if (task === undefined || grant.workflowTask !== `Task/${id}`) return outcomeReply(404, 'not-found', `Task/${id} is not here.`, `Task/${id} is hier niet.`);
  if (request.method === 'GET') return fhirReply(200, task);
  if (request.method !== 'PUT') return outcomeReply(405, 'not-supported', `${request.method} is not offered here.`, `${request.method} wordt hier niet aangeboden.`, { allow: 'GET, PUT' });
  const changed = bodyObject(request.body);
  if (changed?.resourceType !== 'Task') return outcomeReply(400, 'structure', 'Expected the whole Task.', 'Verwacht de hele Task.');
  context.store.put('workflow-tasks', id, { ...task, status: changed.status });
  return fhirReply(200, { ...task, status: changed.status });
}

function answerSearch(query: Query, request: SimRequest, base: string, dossier: readonly Stu3Resource[], grant: NotificationGrant, settings: TwiinSettings): Reply {
  const foreign = patientsNamed(query).some((bsn) => bsn.padStart(9, '0') !== grant.patientBsn);
  const matches = foreign ? [] : matchesOf(query, dossier);
  if ('unsupported' in matches) return outcomeReply(400, 'not-supported', `Search parameter ${matches.unsupported} is not supported here.`, `Zoekparameter ${matches.unsupported} wordt hier niet ondersteund.`);
  const asked = Number(query.parameters.find((one) => one.name === '_count')?.value ?? Number.NaN);
  const size = Math.min(Number.isInteger(asked) && asked > 0 ? asked : Number.MAX_SAFE_INTEGER, settings.pageSize ?? Number.MAX_SAFE_INTEGER);
  const offset = Number(query.parameters.find((one) => one.name === '_offset')?.value ?? 0) || 0;
  const page = matches.slice(offset, offset + size);
  const included = includesOf(query, page, dossier);
  const self = `${base}${request.target.slice(request.target.indexOf('/fhir') + '/fhir'.length)}`;
  const link = [...(settings.defects?.includes('searchset-without-self') ? [] : [{ relation: 'self', url: self }])];
  if (offset + size < matches.length) link.push({ relation: 'next', url: withOffset(self, offset + size) });
  const entry = [...page.map((resource) => entryOf(resource, base, 'match')), ...included.map((resource) => entryOf(resource, base, 'include'))];
  return fhirReply(200, { resourceType: 'Bundle', type: 'searchset', total: matches.length, link, ...(entry.length > 0 ? { entry } : {}) });
}
function entryOf(resource: Stu3Resource, base: string, mode: 'match' | 'include'): unknown {
  return { fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource, search: { mode } };
}
function withOffset(url: string, offset: number): string {
  const bare = url.replace(/([?&])_offset=\d+&?/, '$1').replace(/[?&]$/, '');
  return `${bare}${bare.includes('?') ? '&' : '?'}_offset=${offset}`;
}
