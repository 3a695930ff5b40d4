import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { HttpHandler } from 'msw';
import type { Clock } from '../model/clock.ts';
import type { JsonWebKeyLike } from '../model/rule.ts';
import { organisationByKey, organisations } from '../fixtures/organisations.ts';
import { personaByBsn, personaByKey } from '../fixtures/personas/index.ts';
import { queryLists } from '../fixtures/query-lists.ts';
import { dossier } from '../fixtures/stu3/index.ts';
import { mswHandlers } from './hosts/msw.ts';
import { armFault, disarmFaults } from './kernel/armed-faults.ts';
import { createKernel, defaultTenant, type Kernel } from './kernel/kernel.ts';
import { memoryRecorder, type Received } from './kernel/memory-recorder.ts';
import { memoryStore } from './kernel/memory-store.ts';
import { systemClock } from './kernel/system-clock.ts';
import { composeNotification, storeNotification, type Composed, type NotificationMode } from './twiin/compose.ts';
import { createTwiinNodes } from './twiin/node.ts';
import { createZorgAb } from './zorg-ab/facade.ts';

export interface SimulatorOptions {
  /** Default `https://toetssteen.test`. */
  readonly origin?: string;
  /** Public keys of the clients under test; default: a key pair of this object, see `tokenRequest`. */
  readonly clientKeys?: readonly JsonWebKeyLike[];
  readonly tokenLifetimeSeconds?: number;
  readonly now?: () => number;
  /** Takes the place of `now`; needed when a test lets time pass without waiting. */
  readonly clock?: Clock;
  /** Entries on a page of a searchset; default: all on one page. */
  readonly pageSize?: number;
  /** Fictitious BSNs of your own, beside the table of test BSNs. */
  readonly extraBsns?: readonly string[];
  /** Seeded misbehaviours of the simulators, see `simulatorDefects`. */
  readonly defects?: readonly string[];
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
  const now = options.clock?.now ?? options.now ?? Date.now;
  const clock = options.clock ?? systemClock(now);
  const store = memoryStore();
  const pair = await generateKeyPair('ES256', { extractable: true });
  const own = { ...await exportJWK(pair.publicKey), kid: 'unit-test', alg: 'ES256' } as JsonWebKeyLike;
  const keys = [own, ...options.clientKeys ?? []];
  const { recorder, received } = memoryRecorder({ extraBsns: options.extraBsns });
  const kernel = createKernel({
    store, clock, recorder, uuid: randomUUID, origin: () => origin,
    simulators: [
      createTwiinNodes({
        organisations, clientKeys: () => keys, tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 300, pageSize: options.pageSize, defects: options.defects,
        dossier: (bsn, organisation, base) => { const persona = personaByBsn(bsn); return persona === undefined ? [] : dossier(persona, { organisation, runDay: now(), base }); },
      }),
      createZorgAb({ organisations, pageSize: options.pageSize, defects: options.defects }),
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

export { BrokenTransport, callDirect } from './hosts/direct.ts';
export { faultDefinitions } from './faults/index.ts';
export { simulatorDefects } from './defects.ts';
export type { Composed, NotificationMode, Received };
