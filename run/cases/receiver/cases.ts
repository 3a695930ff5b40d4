import type { TestCase, Phase } from '../../engine/test-case.ts';
import type { FhirResource } from '../../../fhir/json.ts';
import { asXml } from '../../engine/body.ts';
import type { Composed } from '../../../mocks/twiin/compose.ts';
import { badAssertions } from '../bad-assertions.ts';
import { byIdentifier } from '../by-identifier.ts';
import { invalid } from '../stimuli.ts';
import { awaitExpiry } from '../token-answer.ts';
import { badCertificates } from '../sender/refusals.ts';
import { needs } from '../sender/cases.ts';
import { accepted, askNotifyToken, awaitPull, compose, notify, obtainNotifyToken, postTask, settlePull, triggerPull } from './steps.ts';

const common = { role: 'twiin-receiver', addressee: null, persona: 'volledig' } as const;

export const receiveCase: TestCase = {
  ...common, id: 'TO-01', kind: 'receive',
  title: { nl: 'Ontvanger neemt de aanmelding aan en haalt de gegevens op', en: 'Receiver accepts the notification and fetches the data' },
  notApplicable: needs('twiin-receiver'),
  phases: [obtainNotifyToken, notify(), triggerPull, awaitPull, settlePull],
};
export const receiveWorkflowCase: TestCase = {
  ...common, id: 'TO-02', kind: 'receive',
  title: { nl: 'Aanmelding met workflow task: de bevragingen staan bij de verzender', en: 'Notification with workflow task: the queries are kept at the sender' },
  notApplicable: needs('twiin-receiver', { holds: (claim) => claim.ics.options.workflowTask, otherwise: { nl: 'De claim kent geen workflow task.', en: 'The claim has no workflow task.' } }),
  phases: [obtainNotifyToken, notify({ mode: 'workflow-task' }), triggerPull, awaitPull, settlePull],
};
export const receiveWithoutBaseCase: TestCase = {
  ...common, id: 'TO-03', kind: 'receive',
  title: { nl: 'Aanmelding zonder authorization base', en: 'Notification without authorization base' },
  notApplicable: needs('twiin-receiver'),
  phases: [obtainNotifyToken, notify({ authorizationBase: false }), triggerPull, awaitPull, settlePull],
};

const badNotifications: Phase = {
  name: 'onjuiste aanmeldingen',
  run: async (c) => {
    const task = () => JSON.stringify(compose(c).task);
    await postTask(c, task(), { token: null, stimulus: invalid('no-token', 'refuse-message') });
    await postTask(c, task(), { token: `${c.uuid()}${c.uuid()}`, stimulus: invalid('token-forged', 'refuse-message') });
    const whole = task();
    await postTask(c, whole.slice(0, Math.floor(whole.length / 2)), { stimulus: invalid('malformed-json', 'answer-error') });
    await postTask(c, JSON.stringify(asR4(compose(c).task)), { stimulus: invalid('task-not-stu3', 'answer-error') });
    await postTask(c, JSON.stringify(compose(c, { ownerUra: '90000999' }).task), { stimulus: invalid('owner-not-served', 'refuse-message') });
  },
};
/** What a developer makes who knows R4: no STU3 server can read it as a Task of its version. */
function asR4(task: Record<string, any>): unknown {
  const { requester, definitionReference: _, ...rest } = task;
  return { ...rest, requester: { reference: 'PractitionerRole/1', display: requester.onBehalfOf.display }, instantiatesUri: 'https://example.org/protocol', encounter: { reference: 'Encounter/1' } };
}
const badConnections: Phase = {
  name: 'verbindingen zonder geldig certificaat',
  run: async (c) => {
    for (const { identity, stimulus } of badCertificates) {
      await askNotifyToken(c, { identity, stimulus: invalid(stimulus, 'refuse-connection'), fresh: true });
      await postTask(c, JSON.stringify(compose(c).task), { identity, stimulus: invalid(stimulus, 'refuse-connection'), fresh: true });
    }
  },
};
export const receiverRefusalsCase: TestCase = {
  ...common, id: 'TO-04', kind: 'refusals', persona: 'minimaal',
  title: { nl: 'De ontvanger weigert wat niet mag', en: 'The receiver refuses what is not allowed' },
  notApplicable: needs('twiin-receiver'),
  phases: [obtainNotifyToken, badAssertions(askNotifyToken), badNotifications, badConnections],
};
export const receiverExpiryCase: TestCase = {
  ...common, id: 'TO-05', kind: 'refusals', persona: 'minimaal', long: true,
  title: { nl: 'Een aanmelding met een verlopen access token wordt geweigerd', en: 'A notification with an expired access token is refused' },
  notApplicable: needs('twiin-receiver'),
  phases: [obtainNotifyToken,
    awaitExpiry,
    { name: 'aanmelden met verlopen token', run: async (c) => { await postTask(c, JSON.stringify(compose(c).task), { stimulus: invalid('token-expired', 'refuse-message') }); } },
  ],
};

const cancelKnown: Phase = {
  name: 'intrekken',
  run: async (c) => {
    const cancelled = compose(c, { cancels: c.memory.sent as Composed });
    await postTask(c, JSON.stringify(cancelled.task), { method: 'PUT', query: byIdentifier(cancelled.task) });
    c.fact('cancelled', true);
  },
};
const cancelUnknown: Phase = {
  name: 'onbekende aanmelding intrekken',
  run: async (c) => {
    const never = compose(c);
    const cancelled = compose(c, { cancels: never });
    await postTask(c, JSON.stringify(cancelled.task), { method: 'PUT', query: byIdentifier(cancelled.task), stimulus: invalid('cancel-unknown-notification', 'observe') });
  },
};
const cancelAmbiguous: Phase = {
  name: 'dubbele aanmelding intrekken',
  run: async (c) => {
    if (!c.claim.ics.options.duplicatesPossible) return;
    const twice = compose(c);
    const first = await postTask(c, JSON.stringify(twice.task));
    const second = await postTask(c, JSON.stringify(twice.task));
    const forced = accepted(first) && accepted(second) && first.response?.headers.location !== second.response?.headers.location;
    c.fact('duplicatesForced', forced);
    if (!forced) return;
    const cancelled = compose(c, { cancels: twice });
    await postTask(c, JSON.stringify(cancelled.task), { method: 'PUT', query: byIdentifier(cancelled.task) });
  },
};
export const receiverCancelCase: TestCase = {
  ...common, id: 'TO-06', kind: 'receive-cancel', persona: 'minimaal',
  title: { nl: 'De verzender trekt een aanmelding in', en: 'The sender revokes a notification' },
  notApplicable: needs('twiin-receiver', { holds: (claim) => claim.ics.options.cancellation, otherwise: { nl: 'Intrekken is niet geclaimd.', en: 'Cancellation is not claimed.' } }),
  phases: [obtainNotifyToken, notify(), cancelKnown, cancelUnknown, cancelAmbiguous],
};
export const receiverRenewCase: TestCase = {
  ...common, id: 'TO-07', kind: 'receive', persona: 'minimaal',
  title: { nl: 'De verzender meldt gewijzigde gegevens aan', en: 'The sender notifies changed data' },
  notApplicable: needs('twiin-receiver', { holds: (claim) => claim.ics.options.renewal, otherwise: { nl: 'Vernieuwing is niet geclaimd.', en: 'Renewal is not claimed.' } }),
  phases: [obtainNotifyToken, notify(), {
    name: 'vernieuwde aanmelding',
    run: async (c) => {
      const renewed = compose(c, { renews: c.memory.sent as Composed });
      c.memory.sent = renewed;
      await postTask(c, JSON.stringify(renewed.task));
    },
  }, triggerPull, awaitPull, settlePull],
};
/** The same system, patient and offer as just before, so that a refusal is about the format. */
const notifyInXml: Phase = {
  name: 'in XML aanmelden',
  run: async (c) => { await postTask(c, asXml(compose(c).task as FhirResource), { format: 'xml' }); },
};
export const receiverXmlCase: TestCase = {
  ...common, id: 'TO-08', kind: 'receive', persona: 'minimaal',
  title: { nl: 'De verzender meldt in XML aan', en: 'The sender notifies in XML' },
  notApplicable: needs('twiin-receiver'),
  phases: [obtainNotifyToken, notify(), notifyInXml],
};
export const receiverCases: readonly TestCase[] = [
  receiveCase, receiveWorkflowCase, receiveWithoutBaseCase, receiverRefusalsCase, receiverExpiryCase, receiverCancelCase, receiverRenewCase, receiverXmlCase,
];
