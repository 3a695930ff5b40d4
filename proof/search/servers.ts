import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organisationByKey } from '../../fixtures/organisations.ts';
import { openPki } from '../../fixtures/pki/index.ts';
import { personas } from '../../fixtures/personas/index.ts';
import { createSimulators } from '../../mocks/index.ts';
import { askToken, call } from '../../mocks/testing/call.ts';
import { composeNotification, storeNotification } from '../../mocks/twiin/compose.ts';
import type { Persona } from '../../model/persona.ts';
import { startXis, type XisConfig } from '../../reference-xis/start.ts';
import { virtualClock } from '../../run/clock/virtual-clock.ts';
import { xisConfiguration } from '../../run/demo/xis-configuration.ts';
import type { Ask, HttpAnswer } from './observe.ts';

export interface Server { readonly ask: Ask; readonly base: string; close(): Promise<void> }
/** Types that both serve; every one is offered whole, so that rights do not stand in the way of search. */
export const servedTypes = [
  'Patient', 'Coverage', 'Consent', 'Observation', 'Condition', 'NutritionOrder', 'Flag', 'AllergyIntolerance', 'MedicationStatement', 'MedicationRequest', 'MedicationDispense', 'DeviceUseStatement', 'Immunization',
  'Procedure', 'Encounter', 'ProcedureRequest', 'ImmunizationRecommendation', 'DeviceRequest', 'Appointment', 'DocumentReference', 'CareTeam', 'Provenance',
] as const;
/** URAs of who holds the dossier, at either server. */
export const holders: ReadonlySet<string> = new Set([organisationByKey('west').ura, '90000011']);

/** Our sending node in memory. */
export async function openSimulator(persona: Persona, now: number): Promise<Server> {
  const simulators = await createSimulators({ now: () => now });
  const { fhirBase, authorizationServer } = simulators.node('west');
  const composed = composeNotification({
    uuid: simulators.kernel.settings.uuid, now, sender: organisationByKey('west'), receiver: { ura: '90000011', name: 'x' }, patientBsn: persona.patient.bsn,
    queries: servedTypes.map((query) => ({ block: 'problems', type: { system: 'http://loinc.org', code: '1' }, query })), resources: [], mode: 'inline-inputs', authorizationBase: true, patientOnTask: true, baseUrl: authorizationServer, caseId: '',
  });
  storeNotification(simulators.kernel.settings.store, composed);
  const token = (await askToken(simulators, 'west', { authorizationBase: composed.grant.authorizationBase! })).json.access_token as string;
  return { base: fhirBase, ask: (target) => call(simulators, `${fhirBase}/${target}`, { token, headers: { accept: 'application/fhir+json' } }), close: async () => undefined };
}
/** The reference XIS over mutual TLS. A seeded defect opens the dossier of its first patient to whoever asks: search is what is compared here. */
export async function openReference(persona: Persona, now: number): Promise<Server> {
  const directory = mkdtempSync(join(tmpdir(), 'toetssteen-search-'));
  const pki = await openPki({ now, directory });
  const ordered = [persona, ...personas.filter((one) => one.key !== persona.key)];
  const xis = await startXis({
    ...xisConfiguration({ pki, now, simulators: 'https://127.0.0.1:1', secret: 'alleen-op-deze-machine', tokenLifetimeSeconds: 120, defects: ['data-token-unchecked'] }), personas: ordered,
  } as unknown as XisConfig, { clock: virtualClock(now) });
  const client = pki.identity('harness-receiver');
  const agent = new Agent({ keepAlive: true, ca: pki.anchors, key: client.key, cert: client.certificate });
  const base = `${xis.origin}/fhir`;
  return {
    base, ask: (target) => get(agent, `${base}/${target}`),
    close: async () => { agent.destroy(); await xis.close(); rmSync(directory, { recursive: true, force: true }); },
  };
}
function get(agent: Agent, url: string): Promise<HttpAnswer> {
  const at = new URL(url);
  return new Promise((resolve, reject) => {
    // The target goes as it is spelled: URL would encode it.
    const asking = request({ agent, host: at.hostname, port: at.port, path: url.slice(at.origin.length).replaceAll(' ', '%20'), headers: { accept: 'application/fhir+json' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('error', reject)
        .on('end', () => { let json: unknown = null; try { json = JSON.parse(text); } catch { /* compared as no Bundle */ } resolve({ status: response.statusCode ?? 0, json }); });
    });
    asking.on('error', reject).end();
  });
}
