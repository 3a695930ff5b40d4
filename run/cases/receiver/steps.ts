import type { Exchange } from '../../../model/exchange.ts';
import type { Stimulus, StimulusName } from '../../../model/stimulus.ts';
import { composeNotification, storeNotification, type Composed, type NotificationMode } from '../../../mocks/twiin/compose.ts';
import { grantOwner } from '../../engine/context.ts';
import { keysOfTask } from '../../engine/correlation.ts';
import type { CaseContext, Phase } from '../../engine/test-case.ts';
import { queryLists } from '../../../fixtures/query-lists.ts';
import { invalid } from '../stimuli.ts';
import { endOf, needsToken, tokenAnswer, type TokenAnswer } from '../token-answer.ts';
import { endWhenUnable } from '../unable.ts';

/** The sending organisation that the harness plays. */
export const sender = { key: 'west', ura: '90000044', identity: 'harness-sender' } as const;

/** A token request of ours at the SUT's authorization server for notifications (T1). */
export async function askNotifyToken(c: CaseContext, options: {
  readonly spoil?: StimulusName; readonly stimulus?: Stimulus; readonly identity?: string | null; readonly fresh?: boolean; readonly replayOf?: 'both' | 'client' | 'grant';
} = {}): Promise<TokenAnswer> {
  const endpoint = c.claim.ixit.endpoints.notifyTokenEndpoint!;
  const body = await c.signing.tokenRequest({
    party: 'harness-sender', ura: sender.ura, tokenEndpoint: endpoint, patientBsn: c.bsn, spoil: options.spoil, replayOf: options.replayOf,
  });
  return tokenAnswer(await c.call({
    method: 'POST', url: endpoint, headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }, body,
    identity: options.identity === undefined ? sender.identity : options.identity, endpoint: 'token', role: 'twiin-receiver', organisation: sender.ura,
    stimulus: options.stimulus ?? (options.spoil === undefined ? { valid: true } : invalid(options.spoil, 'refuse-token')), fresh: options.fresh,
  }));
}

export const obtainNotifyToken: Phase = {
  name: 'toegang verkrijgen',
  run: async (c) => {
    const answer = await askNotifyToken(c);
    const token = needsToken(c, answer);
    const { expiresIn } = answer;
    Object.assign(c.memory, { token, expiresIn });
    c.addGrant({
      kind: 'token', by: 'sut', value: token, organisation: sender.ura, purpose: 'notify', patientBsn: c.bsn, authorizationBase: null,
      issuedAt: c.clock.now(), expiresAt: expiresIn === null ? null : c.clock.now() + expiresIn * 1000, caseId: grantOwner(c.ref),
    });
  },
};

/** Makes a notification of ours and remembers its keys before it leaves. */
export function compose(c: CaseContext, options: {
  readonly mode?: NotificationMode; readonly authorizationBase?: boolean; readonly ownerUra?: string; readonly renews?: Composed; readonly cancels?: Composed;
} = {}): Composed {
  const composed = composeNotification({
    uuid: c.uuid, now: c.clock.now(), sender: c.organisation(sender.key),
    receiver: { ura: options.ownerUra ?? c.claim.ixit.organisation.ura, name: c.claim.ixit.organisation.name },
    patientBsn: c.bsn, queries: queryLists['bgz-2-alpha'].slice(0, 8), resources: [], mode: options.mode ?? 'inline-inputs',
    authorizationBase: options.authorizationBase ?? true, patientOnTask: true, caseId: grantOwner(c.ref), baseUrl: c.nodeUrl(sender.ura),
    ...(options.renews === undefined ? {} : { renews: options.renews }), ...(options.cancels === undefined ? {} : { cancels: options.cancels }),
  });
  storeNotification(c.store, composed);
  for (const key of keysOfTask(composed.task)) c.remember(key.kind, key.value);
  return composed;
}

/** Sends a Task to the SUT's notification endpoint. */
export function postTask(c: CaseContext, body: string | Uint8Array, options: {
  readonly token?: string | null; readonly stimulus?: Stimulus; readonly identity?: string | null; readonly fresh?: boolean; readonly method?: 'POST' | 'PUT'; readonly query?: string;
  readonly format?: 'json' | 'xml';
} = {}): Promise<Exchange> {
  const base = c.claim.ixit.endpoints.notificationBase!.replace(/\/$/, '');
  const token = options.token === undefined ? c.memory.token as string : options.token;
  return c.call({
    method: options.method ?? 'POST', url: `${base}/Task${options.query ?? ''}`,
    headers: { 'content-type': `application/fhir+${options.format ?? 'json'}`, accept: 'application/fhir+json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body, identity: options.identity === undefined ? sender.identity : options.identity, endpoint: 'notification', role: 'twiin-receiver',
    organisation: sender.ura, stimulus: options.stimulus, fresh: options.fresh,
  });
}
export function accepted(exchange: Exchange): boolean { const status = exchange.response?.status ?? 0; return status >= 200 && status < 300; }

/** Sends a good notification and keeps what was sent. */
export function notify(options: { readonly mode?: NotificationMode; readonly authorizationBase?: boolean } = {}): Phase {
  return {
    name: 'aanmelden',
    run: async (c) => {
      const composed = compose(c, options);
      c.memory.sent = composed;
      const exchange = await postTask(c, JSON.stringify(composed.task));
      if (!accepted(exchange)) {
        const why = endOf(exchange);
        c.inconclusive({ nl: `Het systeem nam een juiste aanmelding niet aan (${why}).`, en: `The system did not accept a right notification (${why}).` });
      }
    },
  };
}

/** Lets the SUT fetch; a receiver that fetches by itself does not need the push. */
export const triggerPull: Phase = {
  name: 'ophalen starten',
  run: async (c) => {
    await c.takeFloor();
    const identifier = (c.memory.sent as Composed).grant.identifier;
    endWhenUnable(c, await c.trigger('pull', { notificationIdentifier: identifier, otherUra: sender.ura }));
  },
};

export const awaitPull: Phase = {
  name: 'bevragingen ontvangen',
  run: async (c) => {
    const first = await c.expectMessage({
      who: { nl: 'het XIS', en: 'the XIS' }, what: { nl: 'haalt de aangeboden gegevens op bij de verzender', en: 'fetches the offered data from the sender' },
      values: { BSN: c.bsn, kenmerk: (c.memory.sent as Composed).grant.identifier, adres: `${c.nodeUrl(sender.ura)}/fhir` }, window: c.claim.ixit.windows.pull,
      find: (entries) => entries.find((entry): entry is Exchange => entry.kind === 'exchange' && entry.side === 'simulator' && (entry.endpoint === 'resource' || entry.endpoint === 'workflow-task')),
    });
    c.memory.pullSeen = first !== null;
  },
};
/** The pull is over when it has been quiet for a while. */
export const settlePull: Phase = {
  name: 'ophalen afronden',
  run: async (c) => {
    if (c.memory.pullSeen === true) {
      await c.settle({
        who: { nl: 'het XIS', en: 'the XIS' }, what: { nl: 'rondt het ophalen af', en: 'finishes fetching' }, values: {},
        still: Math.min(c.claim.ixit.windows.absence, c.claim.ixit.windows.pull), window: c.claim.ixit.windows.pull,
      });
    }
    c.leaveFloor();
    if (c.memory.pullSeen !== true) c.inconclusive({ nl: 'Er werd binnen het venster niets opgehaald; een ontvanger mag het ophalen uitstellen of achterwege laten.', en: 'Nothing was fetched within the window; a receiver may postpone the pull or leave it out.' });
  },
};
