import type { Exchange } from '../../../model/exchange.ts';
import type { StimulusName, Stimulus } from '../../../model/stimulus.ts';
import type { Text } from '../../../model/text.ts';
import { keysOfTask } from '../../engine/correlation.ts';
import { resourceIn } from '../../engine/body.ts';
import { grantOwner } from '../../engine/context.ts';
import type { CaseContext, Phase } from '../../engine/test-case.ts';
import { invalid } from '../stimuli.ts';
import { needsToken, tokenAnswer, type TokenAnswer } from '../token-answer.ts';
import { endWhenUnable } from '../unable.ts';
import { findEntries, links, spell } from './fhir-requests.ts';

/** What a case remembers of the SUT's notification. */
export interface Offer {
  readonly exchange: string;
  readonly identifier: { readonly system: string; readonly value: string };
  readonly group: string;
  readonly base: string | null;
  readonly queries: readonly string[];
  readonly resources: readonly string[];
  readonly workflowTask: string | null;
  readonly periodEnd: number | null;
}
export const receiver = { ura: '90000022', identity: 'harness-receiver' } as const;

/** Asks the SUT to send; ends the case when it says that it cannot. */
export function triggerSend(options: { readonly availableForSeconds?: number } = {}): Phase {
  return {
    name: 'aanmelden',
    run: async (c) => {
      await c.takeFloor();
      endWhenUnable(c, await c.trigger('send', options));
    },
  };
}

/** Waits for the notification at the addressee and remembers what it offers. */
export const awaitNotification: Phase = {
  name: 'aanmelding ontvangen',
  run: async (c) => {
    const message = await c.expectMessage({
      who: { nl: 'het XIS', en: 'the XIS' },
      what: { nl: 'stuurt een Notification Task naar de ontvanger', en: 'sends a Notification Task to the receiver' },
      values: { ontvanger: c.organisation('zuid').name, URA: receiver.ura, BSN: c.bsn, adres: `${c.nodeUrl(receiver.ura)}/fhir/Task` },
      window: c.claim.ixit.windows.notification,
      find: (entries) => findEntries(entries, 'notification').find((one) => one.request.method === 'POST' && one.organisation === receiver.ura),
    });
    c.leaveFloor();
    if (message === null) c.inconclusive(nothingArrived(c));
    c.memory.offer = offerOf(message!);
    const offer = c.memory.offer as Offer;
    for (const key of keysOfTask(resourceIn(message!.request.body))) c.remember(key.kind, key.value);
    c.addGrant({
      kind: 'notification', by: 'sut', identifier: offer.identifier.value, groupIdentifier: offer.group, authorizationBase: offer.base,
      senderUra: c.claim.ixit.organisation.ura, receiverUra: receiver.ura, patientBsn: c.bsn, queries: offer.queries, resources: offer.resources,
      workflowTask: offer.workflowTask, periodEnd: offer.periodEnd, cancelledAt: null, at: message!.startedAt, caseId: grantOwner(c.ref),
    });
  },
};
function nothingArrived(c: CaseContext): Text {
  const refused = c.entries().filter((entry) => entry.kind === 'connection');
  if (refused.length > 0) {
    const last = refused.at(-1)!;
    const reason = last.kind === 'connection' ? last.detail : '';
    return { nl: `Er kwam geen aanmelding; wel ${refused.length} geweigerde verbinding(en), de laatste: ${reason}`, en: `No notification came, but ${refused.length} refused connection(s); the last: ${reason}` };
  }
  return { nl: 'Er kwam geen aanmelding binnen het venster.', en: 'No notification came within the window.' };
}

/** Reads a notification as a tolerant receiver would. */
export function offerOf(message: Exchange): Offer {
  const task = resourceIn(message.request.body) ?? {};
  return { ...inputsOf(task), exchange: message.id, identifier: { system: String(task.identifier?.[0]?.system ?? ''), value: String(task.identifier?.[0]?.value ?? '') }, group: String(task.groupIdentifier?.value ?? ''), periodEnd: dateOf(task.restriction?.period?.end), workflowTask: workflowTaskOf(task) };
}
function dateOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
function workflowTaskOf(task: Record<string, any>): string | null {
  const asked = (task.input ?? []).some?.((input: any) => input?.valueBoolean === true);
  const reference = task.basedOn?.[0]?.reference;
  return asked && typeof reference === 'string' ? reference.replace(/^\//, '') : null;
}
export function inputsOf(task: Record<string, any>): Pick<Offer, 'base' | 'queries' | 'resources'> {
  const inputs: any[] = Array.isArray(task.input) ? task.input : [];
  const isBase = (input: any) => input?.type?.coding?.some?.((coding: any) => coding?.code === 'authorization-base') === true;
  return {
    base: inputs.find(isBase)?.valueString ?? null,
    queries: inputs.filter((input) => !isBase(input) && typeof input?.valueString === 'string').map((input) => input.valueString),
    resources: inputs.filter((input) => typeof input?.valueReference?.reference === 'string').map((input) => input.valueReference.reference),
  };
}

/** A token request of ours at the SUT's authorization server, right or spoiled. */
export async function askToken(c: CaseContext, options: {
  readonly spoil?: StimulusName; readonly stimulus?: Stimulus; readonly base?: string | null; readonly patientBsn?: string; readonly withoutPatient?: boolean; readonly identity?: string | null;
  readonly party?: 'harness-receiver' | 'harness-third'; readonly ura?: string; readonly fresh?: boolean; readonly replayOf?: 'both' | 'client' | 'grant';
} = {}): Promise<TokenAnswer> {
  const offer = c.memory.offer as Offer | undefined;
  const party = options.party ?? 'harness-receiver';
  const endpoint = c.claim.ixit.endpoints.pullTokenEndpoint!;
  const body = await c.signing.tokenRequest({
    party, ura: options.ura ?? receiver.ura, tokenEndpoint: endpoint, patientBsn: options.withoutPatient === true ? undefined : options.patientBsn ?? c.bsn,
    authorizationBase: options.base === undefined ? offer?.base ?? null : options.base, spoil: options.spoil, replayOf: options.replayOf,
  });
  return tokenAnswer(await c.call({
    method: 'POST', url: endpoint, headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }, body,
    identity: options.identity === undefined ? party : options.identity, endpoint: 'token', role: 'twiin-sender', organisation: options.ura ?? receiver.ura,
    stimulus: options.stimulus ?? (options.spoil === undefined ? { valid: true } : invalid(options.spoil, 'refuse-token')), fresh: options.fresh,
  }));
}

/** The good token for the pull; without it there is nothing to go on with. */
export const obtainToken: Phase = {
  name: 'toegang verkrijgen',
  run: async (c) => {
    const answer = await askToken(c);
    const token = needsToken(c, answer);
    const { expiresIn } = answer;
    c.memory.token = token;
    c.memory.expiresIn = expiresIn;
    c.memory.tokenAt = c.clock.now();
    c.addGrant({
      kind: 'token', by: 'sut', value: token, organisation: receiver.ura, purpose: 'pull', patientBsn: c.bsn,
      authorizationBase: (c.memory.offer as Offer).base, issuedAt: c.clock.now(), expiresAt: expiresIn === null ? null : c.clock.now() + expiresIn * 1000, caseId: grantOwner(c.ref),
    });
  },
};

/** GET at the SUT's resource server. `path` is relative to the base, or absolute under it. */
export function get(c: CaseContext, path: string, options: {
  readonly token?: string | null; readonly stimulus?: Stimulus; readonly identity?: string | null; readonly fresh?: boolean; readonly endpoint?: 'resource' | 'workflow-task';
  readonly format?: 'json' | 'xml';
} = {}): Promise<Exchange> {
  const base = c.claim.ixit.endpoints.resourceBase!.replace(/\/$/, '');
  const token = options.token === undefined ? c.memory.token as string : options.token;
  return c.call({
    method: 'GET', url: /^https?:/.test(path) ? path : `${base}/${path.replace(/^\//, '')}`,
    headers: { accept: `application/fhir+${options.format ?? 'json'}`, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    identity: options.identity === undefined ? receiver.identity : options.identity, endpoint: options.endpoint ?? 'resource', role: 'twiin-sender',
    organisation: receiver.ura, stimulus: options.stimulus, fresh: options.fresh,
  });
}

/** Reads the workflow task when asked to, then runs every offered query and reads every offered resource, all pages. */
export const pullEverything: Phase = {
  name: 'gegevens ophalen',
  run: async (c) => {
    const offer = c.memory.offer as Offer;
    let { queries, resources } = offer;
    if (offer.workflowTask !== null) {
      const read = await get(c, offer.workflowTask, { endpoint: 'workflow-task' });
      const more = inputsOf(resourceIn(read.response?.body ?? new Uint8Array()) ?? {});
      queries = [...new Set([...queries, ...more.queries])];
      resources = [...new Set([...resources, ...more.resources])];
    }
    c.memory.queries = queries;
    if (queries.length === 0 && resources.length === 0) c.inconclusive({ nl: 'De aanmelding biedt niets aan om op te halen.', en: 'The notification offers nothing to fetch.' });
    c.addGrant({
      kind: 'notification', by: 'sut', identifier: offer.identifier.value, groupIdentifier: offer.group, authorizationBase: offer.base,
      senderUra: c.claim.ixit.organisation.ura, receiverUra: receiver.ura, patientBsn: c.bsn, queries, resources, workflowTask: offer.workflowTask,
      periodEnd: offer.periodEnd, cancelledAt: null, at: c.clock.now(), caseId: grantOwner(c.ref),
    });
    const documents: string[] = [];
    for (const query of queries) {
      let next: string | null = spell(query, 'pipe');
      for (let page = 0; next !== null && page < 50; page++) {
        const answer: Exchange = await get(c, next);
        const bundle: Record<string, any> = resourceIn(answer.response?.body ?? new Uint8Array()) ?? {};
        for (const entry of Array.isArray(bundle.entry) ? bundle.entry : []) {
          // Another case uses it to see whether a right token of one patient opens another's dossier.
          if (entry?.resource?.resourceType === 'Condition' && typeof entry.resource.id === 'string') c.store.put('known-reads', c.bsn, `Condition/${entry.resource.id}`);
          const url = entry?.resource?.resourceType === 'DocumentReference' ? entry.resource.content?.[0]?.attachment?.url : undefined;
          if (typeof url === 'string') documents.push(url);
        }
        next = links(bundle).next;
      }
    }
    for (const resource of resources) await get(c, resource);
    for (const url of documents.slice(0, 3)) if (isUnderBase(c, url)) await get(c, url);
  },
};
export function isUnderBase(c: CaseContext, url: string): boolean {
  const base = c.claim.ixit.endpoints.resourceBase!;
  return !/^https?:/.test(url) || url.startsWith(base);
}
