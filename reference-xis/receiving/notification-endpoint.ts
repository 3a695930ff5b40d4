import { randomUUID } from 'node:crypto';
import type { AccessTokens } from '../access-tokens.ts';
import type { Behaviour } from '../behaviour.ts';
import { formatOfType, readResource } from '../formats.ts';
import type { Format } from '../formats.ts';
import type { Holding } from '../holding.ts';
import type { Answer, Incoming, JsonObject } from '../messages.ts';
import { fhir, objectsOf, outcome, textOf } from '../messages.ts';
import { readXml } from '../xml/read.ts';
import type { Inbox, Received } from './inbox.ts';
import { businessProblem, patientOf, senderOf, structureProblem } from './task-check.ts';

export interface NotificationEndpointDeps {
  readonly behaviour: Behaviour;
  readonly tokens: AccessTokens;
  readonly inbox: Inbox;
  readonly ura: string;
  readonly autoPull: boolean;
  /** URAs of registered senders. */
  readonly knownSenders: ReadonlySet<string>;
  base(): string;
  pull(entry: Received, holding: Holding): Promise<void>;
}
/** Who asks, when the token tells; both null for the defects that do not look. */
interface Who { readonly organisation: string | null; readonly patient: string | null }

/** The notification endpoint (twiin.md 3.3 and 3.4): create and conditional update of Task. */
export function openNotificationEndpoint(deps: NotificationEndpointDeps): (request: Incoming) => Answer {
  const { behaviour, inbox } = deps;

  return (request) => {
    const answer = handle(request);
    if (answer.status < 400 || !behaviour.defect('errors-plain-text')) return answer;
    return { status: answer.status, headers: { ...answer.headers, 'content-type': 'text/plain' }, body: 'Er ging iets mis.' };
  };

  function handle(request: Incoming): Answer {
    const who = authorize(request);
    if ('status' in who) return who;
    const format = formatOfType(request.headers['content-type']);
    if (!format || (format === 'xml' && behaviour.defect('xml-notification-415'))) return outcome(415, 'not-supported', 'Send the Task as application/fhir+json or application/fhir+xml.');
    const task = behaviour.defect('xml-notification-400') && format === 'xml' ? undefined : taskIn(request);
    if (!task) {
      if (behaviour.defect('malformed-500')) return { status: 500, headers: { 'content-type': 'text/plain' }, body: 'SyntaxError: Unexpected token' };
      return outcome(400, 'structure', notRead(request, format));
    }
    const flawed = behaviour.defect('malformed-accepted') ? undefined : structureProblem(task);
    if (flawed) return outcome(400, 'structure', `This is not a Task of FHIR STU3: ${flawed.why}.`);
    return request.method === 'POST' ? create(task, who) : update(request, task, who);
  }

  function authorize(request: Incoming): Who | Answer {
    if (behaviour.defect('notify-token-unchecked')) return { organisation: null, patient: null };
    const authorized = deps.tokens.authorize(request.headers['authorization'], 'notify');
    if (authorized.kind === 'valid') {
      const { token } = authorized;
      if (token.offers.length > 0) return outcome(403, 'forbidden', 'This token was given for pulling, not for notifying.', challenge('insufficient_scope'));
      return { organisation: token.organisation, patient: token.patient };
    }
    if (behaviour.defect('notify-any-bearer')) {
      const claimed = senderOf(taskIn(request) ?? {});
      if (claimed && deps.knownSenders.has(claimed)) return { organisation: claimed, patient: null };
    }
    if (behaviour.defect('notify-stores-then-refuses') && authorized.kind === 'missing') {
      const task = taskIn(request);
      const entry = task ? keep(task, null) : undefined;
      return { status: 202, headers: {}, body: '', after: async (holding) => { if (entry) await deps.pull(entry, holding); } };
    }
    if (authorized.kind === 'missing') return outcome(401, 'login', 'An access token is needed: send Authorization: Bearer.', challenge(null));
    return outcome(401, 'login', `The access token is not valid: ${authorized.why}.`, challenge('invalid_token'));
  }

  function create(task: JsonObject, who: Who): Answer {
    const refused = refusal(task, who, 'requested');
    if (refused) return refused;
    if (behaviour.defect('receive-500')) return outcome(500, 'exception', 'The notification could not be stored.');
    const entry = keep(task, who.patient);
    const status = behaviour.defect('receive-200') ? 200 : behaviour.variant('receive-202') ? 202 : 201;
    const location: Record<string, string> = behaviour.defect('receive-no-location') ? {} : { location: `${deps.base()}/Task/${entry.id}` };
    const answer = fhir(status, entry.task, location);
    return deps.autoPull ? { ...answer, after: (holding) => deps.pull(entry, holding) } : answer;
  }

  function update(request: Incoming, task: JsonObject, who: Who): Answer {
    if (behaviour.defect('update-refused')) return outcome(405, 'not-supported', 'Updating a notification is not possible here.', { allow: 'POST' });
    const mark = request.target.indexOf('?');
    const parameters = new URLSearchParams(mark < 0 ? '' : request.target.slice(mark + 1));
    const key = parameters.get('identifier');
    if (!key || [...parameters.keys()].length !== 1) return outcome(400, 'invalid', 'A conditional update needs one parameter: identifier=system|value.');
    const refused = refusal(task, who, 'any');
    if (refused) return refused;
    if (keyOf(task) !== key) return outcome(400, 'invalid', 'The identifier in the body is not that of the address.');
    const found = inbox.byKey(key, senderOf(task)!);
    if (found.length > 1 && !behaviour.defect('update-several-first')) return outcome(412, 'multiple-matches', `${found.length} notifications have this identifier.`);
    const entry = found[0];
    if (!entry) return unknown(task, who);
    if (behaviour.defect('update-creates')) {
      const second = keep(task, who.patient);
      return fhir(201, second.task, { location: `${deps.base()}/Task/${second.id}` });
    }
    entry.task = { ...task, id: entry.id };
    entry.version += 1;
    return fhir(200, entry.task, { etag: `W/"${entry.version}"` });
  }

  function unknown(task: JsonObject, who: Who): Answer {
    if (behaviour.variant('cancel-unknown-200')) return fhir(200, task);
    if (!behaviour.variant('cancel-unknown-201')) return outcome(404, 'not-found', 'No notification of this sender has that identifier.');
    const entry = keep(task, who.patient);
    return fhir(201, entry.task, { location: `${deps.base()}/Task/${entry.id}` });
  }

  function refusal(task: JsonObject, who: Who, status: 'requested' | 'any'): Answer | undefined {
    const problem = behaviour.defect('malformed-accepted') && structureProblem(task) ? undefined : businessProblem(task, status, serves);
    if (problem && behaviour.defect('owner-logged-only') && problem.why.startsWith('owner')) return { status: 202, headers: {}, body: '' };
    const sender = senderOf(task);
    if (who.organisation !== null && sender !== undefined && sender !== who.organisation) return outcome(403, 'forbidden', 'The token was given to another organisation than requester.onBehalfOf.', challenge('insufficient_scope'));
    if (problem) return outcome(422, 'business-rule', `The notification is not accepted: ${problem.why}.`);
    const bsn = patientOf(task);
    if (bsn !== null && who.patient !== null && bsn !== who.patient) return outcome(422, 'business-rule', 'The Task and the token name different patients.');
    return undefined;
  }
  function serves(owner: string): boolean {
    if (behaviour.defect('owner-unchecked')) return true;
    return behaviour.defect('owner-prefix') ? owner.slice(0, 5) === deps.ura.slice(0, 5) : owner === deps.ura;
  }

  function keep(task: JsonObject, patientOfToken: string | null): Received {
    const id = randomUUID();
    const entry: Received = {
      id, key: keyOf(task), identifier: textOf(objectsOf(task['identifier'])[0]?.['value']) ?? id, senderUra: senderOf(task) ?? '',
      bsn: patientOf(task) ?? patientOfToken, task: { ...task, id }, version: 1,
    };
    inbox.add(entry);
    return entry;
  }
}

function taskIn(request: Incoming): JsonObject | undefined {
  return readResource(request.body.toString('utf8'), formatOfType(request.headers['content-type']) ?? 'json');
}
function notRead(request: Incoming, format: Format): string {
  const read = format === 'json' ? undefined : readXml(request.body.toString('utf8'));
  return read && !read.ok ? `The body is no FHIR STU3 in XML: ${read.why}.` : 'The body is not a JSON object.';
}
function keyOf(task: JsonObject): string {
  const identifier = objectsOf(task['identifier'])[0];
  return `${textOf(identifier?.['system']) ?? ''}|${textOf(identifier?.['value']) ?? ''}`;
}
function challenge(error: string | null): Record<string, string> {
  return { 'www-authenticate': `Bearer realm="notification"${error ? `, error="${error}"` : ''}` };
}
