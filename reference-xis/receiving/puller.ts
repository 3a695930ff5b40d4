import type { Clock } from '../../model/clock.ts';
import { findAddresses } from '../addressing.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Received as Response } from '../caller.ts';
import type { XisConfig } from '../config.ts';
import type { Errand } from '../errand.ts';
import { formatOfType, readResource } from '../formats.ts';
import { objectOf, objectsOf, textOf } from '../messages.ts';
import type { JsonObject } from '../messages.ts';
import { referencesIn } from '../serving/references.ts';
import { openSession } from '../token-client.ts';
import type { Session, TokenClientDeps } from '../token-client.ts';
import { isCancelled, offeredIn, periodEnd } from './inbox.ts';
import type { Offered, Received } from './inbox.ts';
import { searchUrl } from './search-url.ts';

export interface PullerDeps {
  readonly config: XisConfig;
  readonly clock: Clock;
  readonly behaviour: Behaviour;
  readonly tokenClient: TokenClientDeps;
}
export interface Pulled { readonly asked: number; readonly received: number; readonly resources: readonly JsonObject[]; readonly stopped: string | null }
/** The notification may not or no longer be pulled; the message is for people. */
export class MayNotPull extends Error { override readonly name = 'MayNotPull'; }

const pageLimit = 50;
/** The user on whose behalf we pull: a medical specialist by UZI role code. */
const user = { id: '900000999', role: '01.015' };

/** Fetches what a notification offers (twiin.md 2 and 5), and nothing after it was cancelled or its period ended. */
export function openPuller(deps: PullerDeps): (entry: Received, errand: Errand) => Promise<Pulled> {
  const { behaviour, clock } = deps;
  const accepted = behaviour.variant('sends-xml') ? 'application/fhir+xml' : 'application/fhir+json';

  return async (entry, errand) => {
    const why = closed(entry);
    if (why) throw new MayNotPull(why);
    if (behaviour.variant('pull-nothing')) return { asked: 0, received: 0, resources: [], stopped: 'this system does not pull' };
    const to = await findAddresses(entry.senderUra, 'pull', deps.config.addressing, { directory: errand.directory, clock, behaviour });
    const base = to.fhirBase!;
    const offered = offeredIn(entry.task);
    const session = openSession(deps.tokenClient, errand, to, {
      scope: 'bgz-sender', user, ...(entry.bsn ? { patient: entry.bsn } : {}), ...(offered.base === null ? {} : playedBack(offered.base)),
    });
    const resources: JsonObject[] = [];
    let asked = 0;
    let received = 0;
    const fetch = async (work: Promise<readonly JsonObject[] | undefined>) => {
      asked += 1;
      const found = await work;
      if (!found) return;
      received += 1;
      resources.push(...found);
    };
    const all = await withWorkflowTask(entry, offered, session, base);
    for (const query of chosen(all.queries)) {
      const ended = closed(entry);
      if (ended) return { asked, received, resources, stopped: ended };
      const url = searchUrl(query, base, behaviour);
      if (url) await fetch(runSearch(session, url, base));
    }
    for (const reference of chosen(all.resources)) {
      const ended = closed(entry);
      if (ended) return { asked, received, resources, stopped: ended };
      await fetch(readWithAttachments(session, reference, base));
    }
    if (behaviour.variant('pull-reads-references')) for (const reference of referencesOf(resources)) await fetch(readOne(session, reference, base));
    return { asked, received, resources, stopped: null };
  };

  function closed(entry: Received): string | null {
    if (isCancelled(entry)) return 'The sender has cancelled this notification.';
    const end = periodEnd(entry.task);
    return end !== null && end <= clock.now() ? 'The period in which this data may be fetched has ended.' : null;
  }

  /** The authorization base goes back as it came (twiin.md 4.4). */
  function playedBack(base: string): { authorizationBase?: string } {
    if (behaviour.defect('base-left-out')) return {};
    if (behaviour.defect('base-padding-stripped')) return { authorizationBase: base.replace(/=+$/, '') };
    if (behaviour.defect('base-lower-cased')) return { authorizationBase: base.toLowerCase() };
    if (behaviour.defect('base-decoded')) return { authorizationBase: Buffer.from(base, 'base64').toString('latin1') };
    return { authorizationBase: base };
  }

  function chosen(offers: readonly string[]): readonly string[] {
    if (behaviour.variant('pull-subset')) return offers.filter((offer) => /(^|\/)(AllergyIntolerance|Medication[A-Z])/.test(offer));
    return behaviour.defect('pulls-everything') && offers.length > 0 ? [...offers, 'FamilyMemberHistory', 'Claim?status=active'] : offers;
  }

  async function withWorkflowTask(entry: Received, offered: Offered, session: Session, base: string): Promise<Pick<Offered, 'queries' | 'resources'>> {
    if (!offered.workflowTask) return offered;
    const reference = objectsOf(entry.task['basedOn']).map((item) => textOf(item['reference'])).find((item) => item !== undefined && /(^|\/)Task\/[^/]+$/.test(item));
    const path = reference === undefined ? undefined : relative(reference, base);
    if (path === undefined) return offered;
    const url = behaviour.defect('workflow-task-by-search') ? `${base}/Task?_id=${path.slice('Task/'.length)}` : `${base}/${path}`;
    const task = resourceIn(await get(session, url));
    if (task?.['resourceType'] !== 'Task') return offered;
    const more = offeredIn(task);
    return { queries: [...new Set([...offered.queries, ...more.queries])], resources: [...new Set([...offered.resources, ...more.resources])] };
  }

  async function runSearch(session: Session, first: string, base: string): Promise<readonly JsonObject[] | undefined> {
    const found: JsonObject[] = [];
    let url: string | undefined = first;
    for (let page = 0; url && page < pageLimit; page += 1) {
      const bundle = resourceIn(page === 0 && behaviour.defect('query-by-post') ? await postSearch(session, url) : await get(session, url));
      if (bundle?.['resourceType'] !== 'Bundle') return page === 0 ? undefined : found;
      found.push(...objectsOf(bundle['entry']).map((item) => objectOf(item['resource'])).filter((item) => item !== undefined));
      const next = textOf(objectsOf(bundle['link']).find((link) => link['relation'] === 'next')?.['url']);
      const path: string | undefined = next === undefined ? undefined : relative(next, base);
      url = path === undefined ? undefined : `${base}/${path}`;
    }
    return found;
  }
  async function readOne(session: Session, reference: string, base: string): Promise<readonly JsonObject[] | undefined> {
    const path = relative(reference, base);
    if (path === undefined || !/^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(path)) return undefined;
    const resource = resourceIn(await get(session, `${base}/${path}`));
    return resource && resource['resourceType'] !== 'OperationOutcome' ? [resource] : undefined;
  }
  /** A document is read with the Binary that it points at (twiin.md 7). */
  async function readWithAttachments(session: Session, reference: string, base: string): Promise<readonly JsonObject[] | undefined> {
    const found = await readOne(session, reference, base);
    if (found?.[0]?.['resourceType'] !== 'DocumentReference') return found;
    const urls = objectsOf(found[0]['content']).map((content) => textOf(objectOf(content['attachment'])?.['url'])).filter((url) => url !== undefined);
    const attachments = await Promise.all(urls.map((url) => readOne(session, url, base)));
    return [...found, ...attachments.flatMap((attachment) => attachment ?? [])];
  }

  async function get(session: Session, url: string): Promise<Response> {
    return session.call({ method: 'GET', url, headers: { accept: accepted } });
  }
  async function postSearch(session: Session, url: string): Promise<Response> {
    const [address, query = ''] = url.split('?') as [string, string?];
    return session.call({ method: 'POST', url: `${address}/_search`, body: query, headers: { accept: accepted, 'content-type': 'application/x-www-form-urlencoded' } });
  }
}

/** An address within the FHIR base, relative to it; undefined when it lies elsewhere: tokens go to the sender only. */
function relative(address: string, base: string): string | undefined {
  if (address.startsWith(`${base}/`)) return address.slice(base.length + 1);
  return /^[a-z][a-z0-9+.-]*:|^\/|\.\./i.test(address) ? undefined : address;
}
function resourceIn(answer: Response): JsonObject | undefined {
  if (answer.status < 200 || answer.status > 299) return undefined;
  return readResource(answer.body, formatOfType(answer.headers['content-type']) ?? 'json');
}
/** References of the fetched resources to others that were not fetched. */
function referencesOf(resources: readonly JsonObject[]): readonly string[] {
  const present = new Set(resources.map((resource) => `${String(resource['resourceType'])}/${String(resource['id'])}`));
  const clinical = resources.filter((resource) => resource['resourceType'] !== 'Provenance');
  return [...new Set(clinical.flatMap((resource) => referencesIn(resource)))].filter((reference) => !present.has(reference)).slice(0, 25);
}
