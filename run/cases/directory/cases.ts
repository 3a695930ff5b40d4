import type { Text } from '../../../model/text.ts';
import type { Claim } from '../../../model/claim.ts';
import type { Phase, TestCase } from '../../engine/test-case.ts';
import { findEntries } from '../sender/fhir-requests.ts';
import { receiver } from '../sender/steps.ts';

function zorgAb(claim: Claim): Text | null {
  if (!claim.ics.roles.includes('zorgab-client')) return { nl: 'De rol zorgab-client is niet geclaimd; ZORG-AB gebruiken is niet verplicht.', en: 'Role zorgab-client is not claimed; the use of ZORG-AB is not mandatory.' };
  return null;
}
function zorgAbSender(claim: Claim): Text | null {
  return zorgAb(claim) ?? (claim.ics.roles.includes('twiin-sender') ? null : { nl: 'Zonder de rol twiin-sender zoekt het systeem geen ontvanger op.', en: 'Without role twiin-sender the system looks up no receiver.' });
}
const common = { role: 'twiin-sender', kind: 'directory', persona: 'minimaal', addressee: receiver.ura, alone: true } as const;

/** The address book misbehaves from here on; the fact tells rules so. */
const changed = (fault: string, fact?: string): Phase => ({
  name: 'adresboek veranderen',
  run: async (c) => {
    if (fact !== undefined) c.fact(fact, true);
    c.armFault(fault);
  },
});
const restored: Phase = { name: 'adresboek herstellen', run: async (c) => { c.disarmFaults(); } };
const send: Phase = {
  name: 'aanmelden',
  run: async (c) => {
    await c.takeFloor();
    await c.trigger('send');
  },
};
/** What must not come needs its whole window; what comes ends the wait. */
const nothingComes: Phase = {
  name: 'niets ontvangen',
  run: async (c) => {
    await c.expectMessage({
      who: { nl: 'niemand', en: 'nobody' }, what: { nl: 'er mag geen aanmelding komen', en: 'no notification may come' }, values: {},
      window: c.claim.ixit.windows.absence,
      find: (entries) => findEntries(entries, 'notification')[0],
    });
    c.leaveFloor();
  },
};

export const inactiveOnlyCase: TestCase = {
  ...common, id: 'TA-01',
  title: { nl: 'ZORG-AB kent alleen een inactieve organisatie: er gaat niets uit', en: 'ZORG-AB knows only an inactive organisation: nothing leaves' },
  notApplicable: zorgAbSender,
  phases: [changed('zorg-ab-only-inactive'), send, nothingComes, restored],
};
export const lookalikeCase: TestCase = {
  ...common, id: 'TA-02',
  title: { nl: 'Een adresboek met een vals servercertificaat krijgt geen vraag', en: 'An address book with a false server certificate gets no question' },
  notApplicable: zorgAbSender,
  phases: [
    { name: 'vals certificaat tonen', run: async (c) => { c.fact('lookalike', true); c.showLookalike(true); } },
    send, nothingComes,
    { name: 'certificaat herstellen', run: async (c) => { c.showLookalike(false); } },
  ],
};
export const slowedCase: TestCase = {
  ...common, id: 'TA-04',
  title: { nl: 'ZORG-AB vraagt om rustiger aan te doen: het systeem wacht', en: 'ZORG-AB asks to slow down: the system waits' },
  notApplicable: zorgAbSender,
  phases: [changed('zorg-ab-429'), send, nothingComes, restored],
};
export const zonelessCase: TestCase = {
  ...common, id: 'TA-05',
  title: { nl: 'Tijdstippen zonder tijdzone in ZORG-AB houden de verwijzing niet tegen', en: 'Timestamps without a zone in ZORG-AB do not stop the referral' },
  notApplicable: zorgAbSender,
  phases: [
    changed('zorg-ab-zoneless', 'zoneless'), send,
    {
      name: 'aanmelding afwachten',
      run: async (c) => {
        await c.expectMessage({
          who: { nl: 'het XIS', en: 'the XIS' }, what: { nl: 'stuurt een Notification Task naar de ontvanger', en: 'sends a Notification Task to the receiver' },
          values: { ontvanger: c.organisation('zuid').name, URA: receiver.ura, BSN: c.bsn }, window: c.claim.ixit.windows.notification,
          find: (entries) => findEntries(entries, 'notification')[0],
        });
        c.leaveFloor();
      },
    },
    restored,
  ],
};
const questions: readonly { readonly id: string; readonly text: Text }[] = [
  { id: 'ZAB-028', text: {
    nl: 'Toont het systeem een kaart of afstand bij een organisatie uit ZORG-AB? Zo ja: staat Testziekenhuis Zuid op de juiste plaats? (ja / nee / niet van toepassing)',
    en: 'Does the system show a map or distance for an organisation from ZORG-AB? If so: is Testziekenhuis Zuid at the right place? (yes / no / not applicable)' } },
  { id: 'ZAB-030', text: {
    nl: 'Zoek Testziekenhuis Zuid. Staat de organisatie één keer in de lijst, of is het verschil tussen de treffers zichtbaar? (ja / nee / niet van toepassing)',
    en: 'Search for Testziekenhuis Zuid. Is the organisation listed once, or is the difference between the hits visible? (yes / no / not applicable)' } },
];
export const attestCase: TestCase = {
  id: 'TA-03', role: 'zorgab-client', kind: 'attest', persona: 'minimaal', addressee: null, long: true,
  title: { nl: 'Wat de gebruiker van het adresboek ziet', en: 'What the user sees of the address book' },
  notApplicable: zorgAb,
  phases: questions.map(({ id, text }) => ({
    name: `vraag ${id}`,
    run: async (c) => {
      const answer = await c.ask(id, text);
      if (answer === null) c.inconclusive({ nl: `Vraag ${id} is niet beantwoord binnen het venster.`, en: `Question ${id} was not answered within the window.` });
    },
  })),
};
export const directoryCases: readonly TestCase[] = [inactiveOnlyCase, slowedCase, zonelessCase, lookalikeCase, attestCase];
