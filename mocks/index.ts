import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { HttpHandler } from 'msw';
import type { Clock } from '../model/clock.ts';
import type { ResponseFacts } from '../model/exchange.ts';
import type { Recorder } from '../model/recorder.ts';
import type { JsonWebKeyLike } from '../model/rule.ts';
import { organisationByKey, organisations } from '../fixtures/organisations.ts';
import { personaByBsn, personaByKey } from '../fixtures/personas/index.ts';
import { queryLists } from '../fixtures/query-lists.ts';
import { dossier } from '../fixtures/stu3/index.ts';
import { mswHandlers } from './hosts/msw.ts';
import { armFault, disarmFaults } from './kernel/armed-faults.ts';
import { createKernel, defaultTenant, type Kernel } from './kernel/kernel.ts';
import { memoryStore } from './kernel/memory-store.ts';
import { composeNotification, storeNotification, type Composed, type NotificationMode } from './twiin/compose.ts';
import { createTwiinNodes } from './twiin/node.ts';
import { createZorgAb } from './zorg-ab/facade.ts';

/** One request that the simulators got, with the answer that they gave. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body parsed as JSON, or as text when it is not JSON. */
  readonly body: unknown;
  readonly endpoint: string;
  /** URA of the organisation that was called; empty for ZORG-AB. */
  readonly organisation: string;
  readonly status: number | null;
}
export interface SimulatorOptions {
  /** Default `https://toetssteen.test`. */
  readonly origin?: string;
  /** Public keys of the clients under test; default: a key pair of this object, see `tokenRequest`. */
  readonly clientKeys?: readonly JsonWebKeyLike[];
  readonly tokenLifetimeSeconds?: number;
  readonly now?: () => number;
}
export interface Simulators {
  readonly origin: string;
  readonly zorgAb: string;
  /** For `setupServer(...simulators.handlers)` of MSW. */
  readonly handlers: HttpHandler[];
  readonly kernel: Kernel;
  node(key: 'zuid' | 'west' | 'oost'): { readonly ura: string; readonly authorizationServer: string; readonly tokenEndpoint: string; readonly fhirBase: string };
  received(endpoint?: string): readonly Received[];
  /** Form body of a right token request to a node, signed with the key pair of this object. */
  tokenRequest(node: 'zuid' | 'west' | 'oost', claims?: { readonly sub?: string; readonly patient?: string; readonly authorizationBase?: string }): Promise<string>;
  /** A notification from Testziekenhuis West to your organisation, ready to be posted to your code. */
  notification(options: { readonly receiverUra: string; readonly persona?: string; readonly mode?: NotificationMode; readonly authorizationBase?: boolean }): Composed;
  armFault(id: string, times?: number): void;
  disarmFaults(): void;
}

/** The national services in memory: Twiin nodes and ZORG-AB, for a unit test. Nothing is stored, nothing listens. */
export async function createSimulators(options: SimulatorOptions = {}): Promise<Simulators> {
  const origin = options.origin ?? 'https://toetssteen.test';
  const now = options.now ?? Date.now;
  const clock: Clock = { now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)), hold: () => () => {} };
  const store = memoryStore();
  const pair = await generateKeyPair('ES256', { extractable: true });
  const own = { ...await exportJWK(pair.publicKey), kid: 'unit-test', alg: 'ES256' } as JsonWebKeyLike;
  const keys = [own, ...options.clientKeys ?? []];
  const { recorder, received } = memoryRecorder();
  const kernel = createKernel({
    store, clock, recorder, uuid: randomUUID, origin: () => origin,
    simulators: [
      createTwiinNodes({
        organisations, clientKeys: () => keys, tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 300,
        dossier: (bsn, organisation, base) => { const persona = personaByBsn(bsn); return persona === undefined ? [] : dossier(persona, { organisation, runDay: now(), base }); },
      }),
      createZorgAb({ organisations }),
    ],
  });
  const node = (key: string) => {
    const { ura } = organisationByKey(key);
    const authorizationServer = `${origin}/${defaultTenant}/twiin/${ura}`;
    return { ura, authorizationServer, tokenEndpoint: `${authorizationServer}/oauth/token`, fhirBase: `${authorizationServer}/fhir` };
  };
  const signed = (claims: Record<string, unknown>): Promise<string> => {
    const seconds = Math.floor(now() / 1000);
    return new SignJWT({ iss: 'https://unit.test', jti: randomUUID(), iat: seconds, exp: seconds + 60, ...claims }).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: 'unit-test' }).sign(pair.privateKey);
  };
  return {
    origin, kernel, zorgAb: `${origin}/${defaultTenant}/zorg-ab/zab-ro/fhir`, handlers: mswHandlers(kernel, origin), node,
    received: (endpoint) => received.filter((one) => endpoint === undefined || one.endpoint === endpoint),
    tokenRequest: async (key, claims = {}) => {
      const { tokenEndpoint, authorizationServer } = node(key);
      return new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await signed({ sub: 'unit-test', aud: tokenEndpoint }),
        assertion: await signed({
          sub: claims.sub ?? '90000011', aud: authorizationServer, ...(claims.patient === undefined ? {} : { patient: claims.patient }),
          ...(claims.authorizationBase === undefined ? {} : { authorization_base: claims.authorizationBase }),
        }),
      }).toString();
    },
    notification: ({ receiverUra, persona = 'minimaal', mode = 'inline-inputs', authorizationBase = true }) => {
      const sender = organisationByKey('west');
      const composed = composeNotification({
        uuid: randomUUID, now: now(), sender, receiver: { ura: receiverUra, name: 'ontvanger' }, patientBsn: personaByKey(persona)!.patient.bsn, queries: queryLists['bgz-2-alpha'],
        resources: [], mode, authorizationBase, patientOnTask: true, baseUrl: node('west').authorizationServer, caseId: '',
      });
      storeNotification(store, composed);
      return composed;
    },
    armFault: (id, times) => armFault(store, { id, tenant: defaultTenant, armedAt: now(), times }),
    disarmFaults: () => disarmFaults(store, defaultTenant),
  };
}

function memoryRecorder(): { readonly recorder: Recorder; readonly received: Received[] } {
  const received: Received[] = [];
  const recorder: Recorder = {
    admit: () => ({ ok: true }),
    arrived: ({ request, url, about }) => {
      received.push({ method: request.method, url, headers: request.headers, body: bodyOf(request.body), endpoint: about.endpoint, organisation: about.organisation, status: null });
      return String(received.length - 1);
    },
    answered: (id, { response }: { response: ResponseFacts }) => { received[Number(id)] = { ...received[Number(id)]!, status: response.status }; },
    ended: () => {},
    connectionRefused: () => {},
  };
  return { recorder, received };
}
function bodyOf(body: Uint8Array): unknown {
  const text = new TextDecoder().decode(body);
  try { return JSON.parse(text); } catch { return text; }
}
export { faultDefinitions } from './faults/index.ts';
export type { Composed, NotificationMode };
