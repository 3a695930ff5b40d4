import type { AccessTokens } from '../access-tokens.ts';
import type { AccessLog } from '../access-log.ts';
import type { Behaviour } from '../behaviour.ts';
import { jsonText } from '../decimal.ts';
import type { DossierStore } from '../dossier/store.ts';
import { formatOfType, readResource, represented, wantedFormat } from '../formats.ts';
import type { Answer, Incoming } from '../messages.ts';
import { fhir, outcome, textOf } from '../messages.ts';
import type { Clock } from '../../model/clock.ts';
import type { OfferBook } from '../offers.ts';
import { searchset } from './bundle.ts';
import { searchableTypes, unusable } from './matching.ts';
import { parseQuery } from './query.ts';
import type { Query } from './query.ts';
import { accessOf, mayRead, maySearch } from './rights.ts';
import type { Access } from './rights.ts';
import { findIncludes, findMatches } from './search.ts';
import { shaped } from './shape.ts';

export interface ResourceServerDeps {
  readonly clock: Clock;
  readonly behaviour: Behaviour;
  readonly store: DossierStore;
  readonly offers: OfferBook;
  readonly tokens: AccessTokens;
  readonly accessLog: AccessLog;
  /** BSN for the defects that serve without any offer. */
  readonly anyBsn: string;
  base(): string;
}
interface Caller { readonly access: Access; readonly organisation: string; readonly user?: string }

const pageSize = 100;

/**
 * The FHIR endpoint of the sender (twiin.md 5): answers searches and reads for who holds a pull token.
 * `path` is the request path after the FHIR base, without leading slash.
 */
export function openResourceServer(deps: ResourceServerDeps): (request: Incoming, path: string) => Answer {
  const { behaviour, store } = deps;

  return (request, path) => retyped(represented(answer(request, path), request, behaviour), behaviour);

  function answer(request: Incoming, path: string): Answer {
    const searching = !path.includes('/') || path.includes('$');
    const caller = authorize(request, searching);
    if ('status' in caller) return caller;
    if (path.startsWith('Task/') && request.method === 'PUT') return updateWorkflowTask(request, path.slice(5), caller);
    if (request.method !== 'GET') return outcome(405, 'not-supported', `${request.method} is not possible here; use GET.`, { allow: 'GET' });
    if (wantedFormat(request, behaviour) === null) return outcome(406, 'not-supported', 'What you accept cannot be given; ask application/fhir+json or application/fhir+xml.');
    const mark = request.target.indexOf('?');
    const search = mark < 0 ? path : `${path}${request.target.slice(mark)}`;
    return searching ? answerSearch(search, caller) : answerRead(path, caller);
  }

  function authorize(request: Incoming, searching: boolean): Caller | Answer {
    const authorized = deps.tokens.authorize(request.headers['authorization'], 'data');
    if (authorized.kind === 'valid') {
      const { token } = authorized;
      const access = accessOf(deps.tokens.open(token));
      const who = { organisation: token.organisation, ...(token.user ? { user: token.user } : {}) };
      if (access) return { access, ...who };
      if (token.offers.length > 0) return refuse(401, 'invalid_token', 'What this token was given for has been cancelled or has ended.');
      if (behaviour.defect('data-notify-token')) return { access: unchecked(), ...who };
      return refuse(403, 'insufficient_scope', 'This token gives no right to data.');
    }
    if (isUnguarded(searching) || (authorized.kind === 'invalid' && behaviour.defect('data-any-bearer'))) return { access: unchecked(), organisation: '' };
    if (authorized.kind === 'missing' && behaviour.defect('missing-token-202')) return { status: 202, headers: {}, body: '' };
    if (authorized.kind === 'missing') return refuse(401, null, 'An access token is needed: send Authorization: Bearer.');
    return refuse(401, 'invalid_token', `The access token is not valid: ${authorized.why}.`);
  }
  function isUnguarded(searching: boolean): boolean {
    if (behaviour.defect('data-token-unchecked')) return true;
    return behaviour.defect(searching ? 'data-token-unchecked-on-searches' : 'data-token-unchecked-on-reads');
  }
  function unchecked(): Access {
    const bsn = deps.offers.all().at(-1)?.bsn ?? deps.anyBsn;
    return { bsn, queries: [], resources: [], workflowTasks: deps.offers.all().flatMap((offer) => (offer.workflowTask ? [offer.workflowTask.id] : [])), everything: true };
  }
  function refuse(status: 401 | 403, error: string | null, why: string): Answer {
    const challenge = `Bearer realm="fhir"${error ? `, error="${error}"` : ''}`;
    const shown = status === 401 && behaviour.variant('refuse-missing-403') ? 403 : status;
    return outcome(shown, shown === 401 ? 'login' : 'forbidden', why, { 'www-authenticate': challenge });
  }
  function outside(what: string): Answer {
    if (behaviour.variant('refuse-outside-404')) return outcome(404, 'not-found', `${what} is not available to you.`);
    return refuse(403, 'insufficient_scope', `${what} was not offered to you in a notification.`);
  }
  function log(caller: Caller, action: string, object: string, granted: boolean): void {
    deps.accessLog.write({
      patientBsn: caller.access.bsn, organisation: caller.organisation, ...(caller.user ? { user: caller.user } : {}), action, object, outcome: granted ? 'granted' : 'refused',
    });
  }

  function answerSearch(spelled: string, caller: Caller): Answer {
    if (behaviour.defect('raw-pipe-refused') && spelled.includes('|')) return outcome(400, 'invalid', 'The query holds a character that must be encoded.');
    const parsed = parseQuery(spelled);
    if (!parsed.ok) return outcome(400, 'invalid', `The search cannot be read: ${parsed.why}.`);
    const { query } = parsed;
    const problem = searchableTypes.has(query.type) ? unusable(query) : undefined;
    if (problem) return outcome(400, 'invalid', `The search cannot be executed: ${problem}.`);
    const allowed = maySearch(query, caller.access, store, behaviour);
    log(caller, 'search', query.lastn ? 'Observation/$lastn' : query.type, allowed);
    if (!allowed && behaviour.defect('grant-outside-empty')) return respond(query, spelled, caller, []);
    if (!allowed) return outside(`A search on ${query.type} with these parameters`);
    if (!searchableTypes.has(query.type)) return outcome(404, 'not-supported', `${query.type} is not offered by this system.`);
    const hits = findMatches(store, query, caller.access.bsn, behaviour);
    const lost = behaviour.defect('encoded-slash-misread') && /%2F/i.test(spelled);
    return respond(query, spelled, caller, lost ? [] : hits);
  }

  function respond(query: Query, spelled: string, caller: Caller, hits: ReturnType<typeof findMatches>): Answer {
    const number = (name: string) => { const text = query.parameters.find((parameter) => parameter.name === name)?.value; return text === undefined ? undefined : Number(text); };
    const size = Math.max(1, Math.min(number('_count') ?? (behaviour.variant('small-pages') ? 2 : pageSize), pageSize));
    const offset = number('_offset') ?? 0;
    // Someone who sorts and counts asks for the first few, not for pages.
    const firstOnly = query.parameters.some(({ name }) => name === '_sort') && number('_count') !== undefined;
    const counted = firstOnly ? hits.slice(0, size) : hits;
    const page = counted.slice(offset, offset + size);
    const includes = findIncludes(store, query, page, caller.access.bsn, behaviour);
    if (page.length === 0 && behaviour.defect('empty-search-404')) return outcome(404, 'not-found', 'Nothing was found.');
    const only = page[0];
    if (page.length === 1 && only && behaviour.defect('single-hit-bare')) return fhir(200, shaped(only.resource, behaviour));
    const bundle = searchset({
      base: deps.base(), query, spelled, total: counted.length, matches: page, includes, nextOffset: offset + size < counted.length ? offset + size : null,
    }, behaviour);
    return fhir(behaviour.defect('search-206') ? 206 : 200, bundle);
  }

  function answerRead(path: string, caller: Caller): Answer {
    const match = /^([A-Z][A-Za-z]{1,63})\/([A-Za-z0-9.-]{1,64})$/.exec(path);
    if (!match) return outcome(404, 'not-found', 'There is nothing at this address.');
    if (match[1] === 'Task') return readWorkflowTask(match[2]!, caller);
    const entry = store.find(path);
    if (!entry) {
      log(caller, 'read', path, false);
      return outcome(404, 'not-found', `${path} is not known here.`);
    }
    const allowed = mayRead(entry, caller.access, store, behaviour);
    log(caller, 'read', path, allowed);
    return allowed ? fhir(200, shaped(entry.resource, behaviour)) : outside(path);
  }

  function readWorkflowTask(id: string, caller: Caller): Answer {
    const offer = deps.offers.byWorkflowTask(id);
    if (!offer?.workflowTask) {
      if (behaviour.defect('unknown-task-500')) return { status: 500, headers: { 'content-type': 'text/plain' }, body: 'NullPointerException' };
      if (behaviour.defect('unknown-task-empty')) return fhir(200, { resourceType: 'Bundle', type: 'searchset', total: 0 });
      if (behaviour.variant('unknown-task-403')) return outside(`Task/${id}`);
      return outcome(404, 'not-found', `Task/${id} is not known here.`);
    }
    const allowed = caller.access.workflowTasks.includes(id);
    log(caller, 'read', `Task/${id}`, allowed);
    if (!allowed) return outside(`Task/${id}`);
    const task = { ...offer.workflowTask.resource, status: offer.workflowStatus };
    if (!behaviour.defect('workflow-task-in-bundle')) return fhir(200, task);
    const [base, reference] = [deps.base(), `Task/${id}`];
    return fhir(200, {
      resourceType: 'Bundle', id, type: 'searchset', total: 1, link: [{ relation: 'self', url: `${base}/Task?_id=${id}` }],
      entry: [{ fullUrl: `${base}/${reference}`, resource: task, search: { mode: 'match' } }],
    });
  }

  /** The receiver writes its progress (twiin.md 6); when the task ends, so does the authorization. */
  function updateWorkflowTask(request: Incoming, id: string, caller: Caller): Answer {
    const offer = deps.offers.byWorkflowTask(id);
    if (!offer?.workflowTask) return outcome(404, 'not-found', `Task/${id} is not known here.`);
    if (!caller.access.workflowTasks.includes(id)) return outside(`Task/${id}`);
    const body = readResource(request.body.toString('utf8'), formatOfType(request.headers['content-type']) ?? 'json');
    if (body?.['resourceType'] !== 'Task') return outcome(400, 'structure', 'The body must be a Task in JSON or XML.');
    if (body['id'] !== undefined && body['id'] !== id) return outcome(400, 'invalid', 'The id in the body is not that of the address.');
    const status = textOf(body['status']) ?? '';
    const following: Readonly<Record<string, readonly string[]>> = {
      requested: ['received', 'accepted', 'rejected', 'cancelled'], received: ['accepted', 'rejected', 'cancelled'], accepted: ['in-progress', 'completed', 'cancelled'], 'in-progress': ['completed', 'cancelled'],
    };
    if (status !== offer.workflowStatus && !following[offer.workflowStatus]?.includes(status)) {
      return outcome(422, 'business-rule', `A workflow task that is ${offer.workflowStatus} cannot become "${status.slice(0, 40)}".`);
    }
    offer.workflowStatus = status;
    if (['completed', 'rejected', 'cancelled'].includes(status)) offer.endedAt = deps.clock.now();
    return fhir(200, { ...offer.workflowTask.resource, status });
  }
}

/** The answer as it leaves, with seeded defects in how a good one says what it is. */
function retyped({ resource, ...answer }: Answer, behaviour: Behaviour): Answer {
  if (answer.status > 299 || answer.headers['content-type'] === undefined) return answer;
  const { 'content-type': type, ...others } = answer.headers;
  if (behaviour.defect('content-type-missing')) return { ...answer, headers: others };
  if (behaviour.defect('content-type-lies') && resource) return { ...answer, headers: { ...others, 'content-type': 'application/fhir+xml' }, body: jsonText(resource) };
  const plain = behaviour.defect('content-type-plain') && formatOfType(type) === 'json';
  return plain ? { ...answer, headers: { ...others, 'content-type': 'text/plain' } } : answer;
}
