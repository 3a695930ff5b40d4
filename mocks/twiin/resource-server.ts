import type { NotificationGrant } from '../../model/grant.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Reply, SimContext, SimRequest } from '../../model/simulator.ts';
import { personas } from '../../fixtures/personas/index.ts';
import type { Stu3Resource } from '../../fixtures/stu3/index.ts';
import { fhirReply, outcomeReply } from '../kernel/replies.ts';
import { isReadable, narrowed, offerFor } from './offer.ts';
import type { ReadSearch } from '../../fhir/search/index.ts';
import { searchDossier } from './dossier-search.ts';
import { parseQuery } from './query.ts';
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
  return answerSearch(narrowed(query, offer), request, context, base, dossier, settings);
}

function answerRead(type: string, id: string, dossier: readonly Stu3Resource[], grant: NotificationGrant): Reply {
  const found = dossier.find((resource) => resource.resourceType === type && resource.id === id);
  if (found === undefined) return outcomeReply(404, 'not-found', `${type}/${id} is not here.`, `${type}/${id} is hier niet.`);
  if (!isReadable(found, grant, dossier)) return outcomeReply(403, 'forbidden', `${type}/${id} was not offered in the notification.`, `${type}/${id} is niet aangeboden in de aanmelding.`);
  return fhirReply(200, found);
}

function answerSearch(query: ReadSearch, request: SimRequest, context: SimContext, base: string, dossier: readonly Stu3Resource[], settings: TwiinSettings): Reply {
  const answer = searchDossier(query, dossier, { base, now: context.clock.now(), pageSize: settings.pageSize, prefer: request.headers['prefer'] });
  if (answer.kind === 'error') return fhirReply(answer.status, answer.outcome);
  return fhirReply(200, settings.defects?.includes('searchset-without-self') ? withoutSelf(answer.bundle) : answer.bundle);
}
function withoutSelf(bundle: Readonly<Record<string, unknown>>): unknown {
  return { ...bundle, link: (bundle['link'] as readonly { readonly relation: string }[]).filter(({ relation }) => relation !== 'self') };
}
/** For the seeded defect that gives data of somebody else. */
function otherPatient(bsn: string): string { return personas.find((persona) => persona.patient.bsn !== bsn)!.patient.bsn; }
