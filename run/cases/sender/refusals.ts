import { personas } from '../../../fixtures/personas/index.ts';
import type { StimulusName } from '../../../model/stimulus.ts';
import { resourceIn } from '../../engine/body.ts';
import type { CaseContext, Phase } from '../../engine/test-case.ts';
import { spell } from './fhir-requests.ts';
import { invalid } from '../stimuli.ts';
import { askToken, get, type Offer } from './steps.ts';

/** Certificates that must not come in: name of the identity in the test PKI and what is wrong with it. */
export const badCertificates: readonly { readonly identity: string | null; readonly stimulus: StimulusName }[] = [
  { identity: null, stimulus: 'no-client-certificate' },
  { identity: 'unknown-ca', stimulus: 'certificate-unknown-ca' },
  { identity: 'expired', stimulus: 'certificate-expired' },
  { identity: 'revoked', stimulus: 'certificate-revoked' },
];

/** The authorization base in wrong hands, altered, and for another patient. */
export const badBases: Phase = {
  name: 'misbruik van de grondslag',
  run: async (c) => {
    const offer = c.memory.offer as Offer;
    if (offer.base === null) return;
    for (const base of [altered(offer.base), otherCase(offer.base)]) {
      if (base === offer.base) continue;
      const wrong = await askToken(c, { base, stimulus: invalid('authorization-base-altered', 'refuse-token') });
      if (wrong.token !== null) await get(c, firstQuery(c.memory), { token: wrong.token, stimulus: invalid('authorization-base-altered', 'refuse-data') });
    }
    const other = c.organisation('oost');
    const stolen = await askToken(c, {
      party: 'harness-third', ura: other.ura, stimulus: invalid('authorization-base-of-other-organisation', 'refuse-token'),
    });
    // A token alone may still be harmless: whether it opens anything decides how bad this is.
    if (stolen.token !== null) await get(c, firstQuery(c.memory), { token: stolen.token, identity: 'harness-third', stimulus: invalid('authorization-base-of-other-organisation', 'refuse-data') });
    const otherPatient = await askToken(c, { patientBsn: c.memory.otherBsn, stimulus: invalid('authorization-base-other-patient', 'refuse-token') });
    if (otherPatient.token !== null) await get(c, firstQuery(c.memory), { token: otherPatient.token, stimulus: invalid('authorization-base-other-patient', 'refuse-data') });
  },
};
/** Same length, one character changed in the middle, so that neither a prefix nor a suffix comparison lets it pass. */
export function altered(base: string): string {
  const at = Math.floor(base.length / 2);
  return base.slice(0, at) + (base[at] === 'x' ? 'y' : 'x') + base.slice(at + 1);
}
/** An opaque value has no case to ignore. */
export function otherCase(base: string): string {
  return [...base].map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join('');
}
export function firstQuery(memory: Record<string, any>): string {
  const offer = memory.offer as Offer;
  return (memory.queries as string[] | undefined)?.[0] ?? offer.queries[0] ?? offer.resources[0] ?? 'Patient';
}

/** In no published list: another type, a whole type, and another code of an offered type. */
const outsideQueries: readonly string[] = ['Appointment?status=booked', 'Observation', 'Observation?code=http://loinc.org|8867-4', 'Practitioner'];

/** At the resource server: no token, a token of somebody else's making, and questions outside the grant. */
export const badPulls: Phase = {
  name: 'onterechte bevragingen',
  run: async (c) => {
    const query = firstQuery(c.memory);
    const known = await firstRead(c, query);
    for (const path of [query, ...known]) {
      await get(c, path, { token: null, stimulus: invalid('no-token', 'refuse-data') });
      await get(c, path, { token: `${c.uuid()}${c.uuid()}`, stimulus: invalid('token-forged', 'refuse-data') });
    }
    // A token that was asked for another purpose (no base, no patient) opens nothing either.
    const bare = await askToken(c, { base: null, withoutPatient: true, stimulus: invalid('token-other-purpose', 'observe') });
    if (bare.token !== null) await get(c, query, { token: bare.token, stimulus: invalid('token-other-purpose', 'refuse-data') });
    await get(c, 'Task/bestaat-niet-0000', { endpoint: 'workflow-task', stimulus: invalid('unknown-workflow-task', 'answer-error') });
    await get(c, 'Task/bestaat-niet-0000', { endpoint: 'workflow-task', token: null, stimulus: invalid('no-token', 'refuse-data') });
    const offered = new Set((c.memory.offer as Offer).queries);
    for (const outside of outsideQueries) if (!offered.has(outside)) await get(c, spell(outside, 'pipe'), { stimulus: invalid('query-outside-grant', 'refuse-data') });
    const theirs = c.store.get<string>('known-reads', c.memory.otherBsn);
    if (theirs !== undefined) await get(c, theirs, { stimulus: invalid('read-other-patient', 'refuse-data') });
    await get(c, `Patient?identifier=http://fhir.nl/fhir/NamingSystem/bsn%7C${c.memory.otherBsn}`, { stimulus: invalid('read-other-patient', 'observe') });
  },
};

/** A resource that the right token can read: the same read without a token must give nothing. */
async function firstRead(c: CaseContext, query: string): Promise<string[]> {
  const answer = await get(c, spell(query, 'pipe'));
  const bundle = resourceIn(answer.response?.body ?? new Uint8Array());
  const resource = Array.isArray(bundle?.entry) ? bundle.entry[0]?.resource : undefined;
  return typeof resource?.id === 'string' ? [`${resource.resourceType}/${resource.id}`] : [];
}

/** Wrong client certificates at both endpoints, with a message that would be right otherwise. */
export const badConnections: Phase = {
  name: 'verbindingen zonder geldig certificaat',
  run: async (c) => {
    for (const { identity, stimulus } of badCertificates) {
      await askToken(c, { identity, stimulus: invalid(stimulus, 'refuse-connection'), fresh: true });
      await get(c, firstQuery(c.memory), { identity, stimulus: invalid(stimulus, 'refuse-connection'), fresh: true });
    }
  },
};
/** The patient whose data must not come along. */
export const rememberOtherPatient: Phase = {
  name: 'andere patiënt kiezen',
  run: async (c) => {
    const others = c.claim.ixit.personas.map((persona) => persona.key).map((key) => c.otherBsn(key)).filter((bsn) => bsn !== c.bsn);
    // With one patient in the claim it is somebody of ours, whom the system does not know: never the patient of the case.
    c.memory.otherBsn = others[0] ?? personas.map((one) => one.patient.bsn).find((bsn) => bsn !== c.bsn);
  },
};
