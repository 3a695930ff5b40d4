import type { NotificationGrant } from '../../model/grant.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Reply, SimContext, SimRequest } from '../../model/simulator.ts';
import { personas } from '../../fixtures/personas/index.ts';
import type { Stu3Resource } from '../../fixtures/stu3/index.ts';
import { fhirReply, outcomeReply } from '../kernel/replies.ts';
import { isReadable, narrowed, offerFor } from './offer.ts';
import { countOf, includesOf, matchesOf, namesAnother, parseQuery, type Query } from './search.ts';
import type { IssuedToken, TwiinSettings } from './settings.ts';
import { answerWorkflowTask, workflowHasEnded } from './workflow-task.ts';

/** Twiin-03, -04 and -05 at our sender: what was granted, of the patient of the grant, and nothing else. */
export function answerPull(request: SimRequest, context: SimContext, node: Organisation, base: string, token: IssuedToken, settings: TwiinSettings): Reply {
  const grant = token.notification === null ? undefined : context.store.get<NotificationGrant>('grants', token.notification);
  if (grant === undefined) return outcomeReply(403, 'forbidden', 'This token opens no data.', 'Dit token geeft geen toegang tot gegevens.');
  if (grant.cancelledAt !== null || (grant.periodEnd !== null && grant.periodEnd <= context.clock.now())) {
    return outcomeReply(403, 'forbidden', 'The notification was cancelled or its period has ended.', 'De aanmelding is ingetrokken of de periode is voorbij.');
  }
  const path = request.target.slice(request.target.indexOf('/fhir') + '/fhir'.length);
  const task = /^\/Task\/([A-Za-z0-9.-]{1,64})$/.exec(path.split('?')[0]!);
  if (task) return answerWorkflowTask(request, context, task[1]!, grant, token);
  if (workflowHasEnded(grant, context)) return outcomeReply(403, 'forbidden', 'The Workflow Task was rejected, cancelled or completed.', 'De Workflow Task is geweigerd, ingetrokken of afgerond.');
  if (request.method !== 'GET') return outcomeReply(405, 'not-supported', `${request.method} is not offered here.`, `${request.method} wordt hier niet aangeboden.`, { allow: 'GET' });

  const dossier = settings.dossier(settings.defects?.includes('pull-answers-other-patient') ? otherPatient(grant.patientBsn) : grant.patientBsn, node, base);
  const read = /^\/([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})$/.exec(path.split('?')[0]!);
  if (read) return answerRead(read[1]!, read[2]!, dossier, grant);
  const query = parseQuery(path);
  if (query === null) return outcomeReply(400, 'invalid', 'This is not a FHIR read or search.', 'Dit is geen FHIR-read of -search.');
  const offer = offerFor(query, grant);
  if (offer === undefined) return outcomeReply(403, 'forbidden', `This query was not offered in the notification: ${query.type}.`, `Deze bevraging is niet aangeboden in de aanmelding: ${query.type}.`);
  return answerSearch(narrowed(query, offer), request, base, dossier, grant, settings);
}

function answerRead(type: string, id: string, dossier: readonly Stu3Resource[], grant: NotificationGrant): Reply {
  const found = dossier.find((resource) => resource.resourceType === type && resource.id === id);
  if (found === undefined) return outcomeReply(404, 'not-found', `${type}/${id} is not here.`, `${type}/${id} is hier niet.`);
  if (!isReadable(found, grant, dossier)) return outcomeReply(403, 'forbidden', `${type}/${id} was not offered in the notification.`, `${type}/${id} is niet aangeboden in de aanmelding.`);
  return fhirReply(200, found);
}

function answerSearch(query: Query, request: SimRequest, base: string, dossier: readonly Stu3Resource[], grant: NotificationGrant, settings: TwiinSettings): Reply {
  const matches = namesAnother(query, grant.patientBsn, dossier) ? [] : matchesOf(query, dossier);
  if ('unsupported' in matches) return outcomeReply(400, 'not-supported', `Search parameter ${matches.unsupported} is not supported here.`, `Zoekparameter ${matches.unsupported} wordt hier niet ondersteund.`);
  const size = Math.min(countOf(query, '_count') ?? Number.MAX_SAFE_INTEGER, settings.pageSize ?? Number.MAX_SAFE_INTEGER);
  const offset = countOf(query, '_offset') ?? 0;
  const page = matches.slice(offset, offset + size);
  const included = includesOf(query, page, dossier);
  const self = `${base}${request.target.slice(request.target.indexOf('/fhir') + '/fhir'.length)}`;
  const link = [...(settings.defects?.includes('searchset-without-self') ? [] : [{ relation: 'self', url: self }])];
  if (offset + size < matches.length) link.push({ relation: 'next', url: withOffset(self, offset + size) });
  const entry = [...page.map((resource) => entryOf(resource, base, 'match')), ...included.map((resource) => entryOf(resource, base, 'include'))];
  // A page holds fewer than all: `total` is then left out, because the public scripts compare it with this page (bgz-nen7540.md chapter 7).
  const total = page.length < matches.length ? {} : { total: matches.length };
  return fhirReply(200, { resourceType: 'Bundle', type: 'searchset', ...total, link, ...(entry.length > 0 ? { entry } : {}) });
}
function entryOf(resource: Stu3Resource, base: string, mode: 'match' | 'include'): unknown {
  return { fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource, search: { mode } };
}
function withOffset(url: string, offset: number): string {
  const bare = url.replace(/([?&])_offset=\d+&?/, '$1').replace(/[?&]$/, '');
  return `${bare}${bare.includes('?') ? '&' : '?'}_offset=${offset}`;
}
/** For the seeded defect that gives data of somebody else. */
function otherPatient(bsn: string): string { return personas.find((persona) => persona.patient.bsn !== bsn)!.patient.bsn; }
