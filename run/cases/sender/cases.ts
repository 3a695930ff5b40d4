import type { Claim } from '../../../model/claim.ts';
import type { Exchange, JournalEntry } from '../../../model/exchange.ts';
import type { Text } from '../../../model/text.ts';
import { fitting } from '../../engine/casting.ts';
import type { Phase, TestCase } from '../../engine/test-case.ts';
import { badAssertions } from '../bad-assertions.ts';
import { invalid } from '../stimuli.ts';
import { awaitExpiry } from '../token-answer.ts';
import { askToken, awaitNotification, get, obtainToken, offerOf, pullEverything, receiver, triggerSend, type Offer } from './steps.ts';
import { badBases, badConnections, badPulls, firstQuery, rememberOtherPatient } from './refusals.ts';
import { askInXml, followReferences } from './content.ts';
import { findEntries, spell } from './fhir-requests.ts';

function needs(role: string, condition?: { holds(claim: Claim): boolean; otherwise: Text }): (claim: Claim) => Text | null {
  return (claim) => {
    if (!claim.ics.roles.includes(role)) return { nl: `De rol ${role} is niet geclaimd.`, en: `The role ${role} is not claimed.` };
    if (condition !== undefined && !condition.holds(claim)) return condition.otherwise;
    return null;
  };
}
export { needs };
const common = { role: 'twiin-sender', addressee: receiver.ura } as const;

/** One query, three spellings: the same answer is expected (Twiin-04, release 1.4). */
const spellings: Phase = {
  name: 'schrijfwijzen vergelijken',
  run: async (c) => {
    const query = (c.memory.queries as string[]).find((one) => one.includes('|') || /%7c/i.test(one));
    if (query === undefined) return;
    for (const spelling of ['full', 'slash', 'raw'] as const) await get(c, spell(query, spelling));
  },
};

/** The access log must show what we fetched (NEN 7513). */
const readAccessLog: Phase = {
  name: 'toegangslog lezen',
  run: async (c) => {
    const url = c.claim.ixit.endpoints.accessLog;
    if (url === undefined) return;
    const since = new Date((c.memory.tokenAt as number) - 1000).toISOString();
    const separator = url.includes('?') ? '&' : '?';
    await c.call({ method: 'GET', url: `${url}${separator}since=${encodeURIComponent(since)}`, identity: null, endpoint: 'access-log', role: 'twiin-sender', organisation: receiver.ura });
  },
};

/** The next one of the same case: renewed or revoked. */
function notificationAfter(first: string, entries: readonly JournalEntry[]): Exchange | undefined {
  return findEntries(entries, 'notification').find((one) => one.seq > Number(first.slice(1)));
}

const silence: Phase = {
  name: 'niets elders',
  run: (c) => c.settle({
    who: { nl: 'niemand', en: 'nobody' }, what: { nl: 'er mag niets naar een andere organisatie gaan', en: 'nothing may go to another organisation' },
    values: {}, still: c.claim.ixit.windows.absence, window: c.claim.ixit.windows.absence,
  }),
};

export const sendCase: TestCase = {
  ...common, id: 'TS-01', kind: 'send', persona: 'volledig',
  title: { nl: 'Verwijzer stuurt de BgZ mee en de ontvanger haalt alles op', en: 'Referrer sends the BgZ and the receiver fetches all of it' },
  notApplicable: needs('twiin-sender'),
  phases: [triggerSend(), awaitNotification, obtainToken, pullEverything, spellings, askInXml, readAccessLog, followReferences, silence],
};

export const minimalCase: TestCase = {
  ...common, id: 'TS-02', kind: 'send', persona: 'zwaar',
  title: { nl: 'BgZ van een overleden patiënt met bijzondere tekens', en: 'BgZ of a deceased patient with special characters' },
  notApplicable: needs('twiin-sender', { holds: (claim) => fitting(claim, 'zwaar') !== null, otherwise: { nl: 'Een overleden patiënt met bijzondere tekens (zwaar, nictiz-d of nictiz-f) is niet geladen.', en: 'A deceased patient with special characters (zwaar, nictiz-d or nictiz-f) is not loaded.' } }),
  phases: [triggerSend(), awaitNotification, obtainToken, pullEverything],
};

export const refusalsCase: TestCase = {
  ...common, id: 'TS-03', kind: 'refusals', persona: 'minimaal',
  title: { nl: 'De verzender weigert wat niet mag', en: 'The sender refuses what is not allowed' },
  notApplicable: needs('twiin-sender'),
  phases: [rememberOtherPatient, triggerSend(), awaitNotification, obtainToken, badAssertions(askToken), badBases, badPulls, badConnections],
};

export const expiryCase: TestCase = {
  ...common, id: 'TS-04', kind: 'refusals', persona: 'minimaal', long: true,
  title: { nl: 'Een verlopen access token geeft geen gegevens', en: 'An expired access token gives no data' },
  notApplicable: needs('twiin-sender'),
  phases: [triggerSend(), awaitNotification, obtainToken,
    awaitExpiry,
    { name: 'ophalen met verlopen token', run: async (c) => { await get(c, firstQuery(c.memory), { stimulus: invalid('token-expired', 'refuse-data') }); } },
  ],
};

export const periodCase: TestCase = {
  ...common, id: 'TS-05', kind: 'refusals', persona: 'minimaal', long: true,
  title: { nl: 'Na het einde van de periode is er geen toegang meer', en: 'After the end of the period there is no access any more' },
  notApplicable: needs('twiin-sender', { holds: (claim) => claim.ics.options.authorizationBase, otherwise: { nl: 'De claim kent geen authorization base.', en: 'The claim has no authorization base.' } }),
  phases: [triggerSend({ availableForSeconds: 2 }), awaitNotification,
    {
      name: 'toegang binnen de periode',
      run: async (c) => {
        const { token } = await askToken(c);
        c.memory.token = token;
        const offer = c.memory.offer as Offer;
        if (offer.periodEnd === null) c.inconclusive({ nl: 'De aanmelding noemt geen einde van de periode (restriction.period.end).', en: 'The notification states no end of the period (restriction.period.end).' });
      },
    },
    {
      name: 'wachten tot de periode voorbij is',
      run: async (c) => {
        const left = (c.memory.offer as Offer).periodEnd! - c.clock.now();
        if (left > 3_600_000) c.inconclusive({ nl: 'De periode eindigt pas over meer dan een uur; het systeem kan geen korte periode instellen.', en: 'The period ends only after more than an hour; the system cannot set a short one.' });
        await c.pause('periode', Math.max(0, left) + 1500, { nl: 'de beschikbaarheid eindigt', en: 'the availability ends' });
      },
    },
    {
      name: 'opnieuw toegang vragen',
      run: async (c) => {
        const late = await askToken(c, { stimulus: invalid('authorization-base-period-ended', 'refuse-token') });
        const token = late.token ?? c.memory.token as string | null;
        if (token !== null) await get(c, firstQuery(c.memory), { token, stimulus: invalid('authorization-base-period-ended', 'refuse-data') });
      },
    },
  ],
};

export const renewCase: TestCase = {
  ...common, id: 'TS-06', kind: 'renew', persona: 'minimaal',
  title: { nl: 'De gegevens wijzigen: een nieuwe aanmelding in dezelfde groep', en: 'The data change: a new notification in the same group' },
  notApplicable: needs('twiin-sender', { holds: (claim) => claim.ics.options.renewal, otherwise: { nl: 'Vernieuwing is niet geclaimd.', en: 'Renewal is not claimed.' } }),
  phases: [triggerSend(), awaitNotification,
    {
      name: 'gegevens wijzigen',
      run: async (c) => {
        await c.takeFloor();
        const event = await c.trigger('renew', { notificationIdentifier: (c.memory.offer as Offer).identifier.value });
        c.fact('dataChanged', event.outcome !== 'cannot' && event.outcome !== 'failed');
      },
    },
    {
      name: 'tweede aanmelding ontvangen',
      run: async (c) => {
        const first = (c.memory.offer as Offer).exchange;
        const second = await c.expectMessage({
          who: { nl: 'het XIS', en: 'the XIS' }, what: { nl: 'stuurt een nieuwe aanmelding over de gewijzigde gegevens', en: 'sends a new notification about the changed data' },
          values: { BSN: c.bsn, groep: (c.memory.offer as Offer).group }, window: c.claim.ixit.windows.notification,
          find: (entries) => notificationAfter(first, entries),
        });
        c.leaveFloor();
        if (second === null) c.inconclusive({ nl: 'Er kwam geen tweede bericht binnen het venster.', en: 'No second message came within the window.' });
        c.fact('dataChanged', true);
        c.memory.renewed = offerOf(second!);
      },
    },
  ],
};

export const cancelCase: TestCase = {
  ...common, id: 'TS-07', kind: 'cancel', persona: 'minimaal',
  title: { nl: 'Een foutieve aanmelding wordt ingetrokken', en: 'A notification created in error is revoked' },
  notApplicable: needs('twiin-sender', { holds: (claim) => claim.ics.options.cancellation, otherwise: { nl: 'Intrekken is niet geclaimd.', en: 'Cancellation is not claimed.' } }),
  phases: [triggerSend(), awaitNotification, obtainToken,
    {
      name: 'intrekken',
      run: async (c) => {
        await c.takeFloor();
        const event = await c.trigger('cancel', { notificationIdentifier: (c.memory.offer as Offer).identifier.value });
        c.fact('cancelled', event.outcome !== 'cannot' && event.outcome !== 'failed');
      },
    },
    {
      name: 'intrekking ontvangen',
      run: async (c) => {
        const first = (c.memory.offer as Offer).exchange;
        const message = await c.expectMessage({
          who: { nl: 'het XIS', en: 'the XIS' }, what: { nl: 'trekt de aanmelding in met een conditional update', en: 'revokes the notification with a conditional update' },
          values: { BSN: c.bsn, kenmerk: (c.memory.offer as Offer).identifier.value }, window: c.claim.ixit.windows.notification,
          find: (entries) => notificationAfter(first, entries),
        });
        c.leaveFloor();
        if (message === null) c.inconclusive({ nl: 'Er kwam geen intrekking binnen het venster.', en: 'No revocation came within the window.' });
        // What was sent is judged also when the system itself thinks that it failed.
        c.fact('cancelled', true);
        await c.pause('verwerken', 250, { nl: 'de intrekking wordt verwerkt', en: 'the revocation is processed' });
      },
    },
    {
      name: 'toegang na intrekken',
      run: async (c) => {
        // Without a base another open notification of the same patient may rightly open the same data.
        if ((c.memory.offer as Offer).base === null) return;
        const old = await askToken(c, { stimulus: invalid('authorization-base-cancelled', 'refuse-token') });
        if (old.token !== null) await get(c, firstQuery(c.memory), { token: old.token, stimulus: invalid('authorization-base-cancelled', 'refuse-data') });
        await get(c, firstQuery(c.memory), { stimulus: invalid('authorization-base-cancelled', 'refuse-data') });
      },
    },
  ],
};

export const senderCases: readonly TestCase[] = [sendCase, minimalCase, refusalsCase, expiryCase, periodCase, renewCase, cancelCase];
