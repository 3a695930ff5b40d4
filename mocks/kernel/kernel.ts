import type { Clock } from '../../model/clock.ts';
import type { Endpoint } from '../../model/exchange.ts';
import type { Recorder } from '../../model/recorder.ts';
import type { Classification, Effect, Reply, SimContext, SimRequest, Simulator, Store, TransportPlan } from '../../model/simulator.ts';
import { faultById } from '../faults/index.ts';
import { meetFault } from './armed-faults.ts';
import { outcomeReply } from './replies.ts';

export interface KernelSettings {
  readonly simulators: readonly Simulator[];
  readonly store: Store;
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly uuid: () => string;
  /** `https://host:port` under which the SUT reaches us. */
  readonly origin: () => string;
  /** Bytes of a request body that are taken at most; default 1 MiB. */
  readonly maxBodyBytes?: number;
  /** Internal errors of a simulator: the answer stays polite, this hears the truth. */
  readonly onError?: (error: unknown, exchange: string) => void;
  readonly runEffect?: (effect: Effect, tenant: string) => Promise<void>;
}
export interface Dispatched { readonly id: string; readonly plan: TransportPlan; readonly endpoint: Endpoint }
export interface Kernel {
  /** The life of a request: admit, classify, commit, handle (or misbehave as armed), commit the answer. */
  dispatch(request: SimRequest): Promise<Dispatched>;
  readonly settings: KernelSettings;
}
export const defaultTenant = 't1';
const unknown: Classification = { endpoint: 'other', role: 'any', organisation: '' };

export function createKernel(settings: KernelSettings): Kernel {
  const { clock, recorder, store } = settings;
  const limit = settings.maxBodyBytes ?? 1024 * 1024;

  async function dispatch(request: SimRequest): Promise<Dispatched> {
    const release = clock.hold();
    try {
      const { tenant, path } = tenantOf(request.target);
      const simulator = settings.simulators.find((one) => one.matches(path));
      const origin = settings.origin();
      const context: SimContext = { clock, store, tenant, uuid: settings.uuid, origin, baseUrl: `${origin}/${tenant}` };
      const about = simulator?.classify(request, context) ?? unknown;
      const admission = recorder.admit(request);
      const id = recorder.arrived({ request, url: origin + request.target, about, simulator: simulator?.name ?? 'none', tenant, at: clock.now(), admission });

      const { plan, fault } = admission.ok
        ? await answer(request, context, about, simulator, id)
        : { plan: { reply: notAdmitted(admission) }, fault: null };
      const { status, headers, body } = plan.reply;
      if (plan.reset || plan.hang) recorder.answered(id, { response: { status: 0, headers: {}, body: new Uint8Array() }, fault, at: clock.now() });
      else recorder.answered(id, { response: { status, headers, body }, fault, at: clock.now() });
      for (const effect of plan.reply.effects ?? []) void schedule(effect, tenant);
      return { id, plan, endpoint: about.endpoint };
    } finally { release(); }
  }

  async function answer(request: SimRequest, context: SimContext, about: Classification, simulator: Simulator | undefined, id: string): Promise<{ plan: TransportPlan; fault: string | null }> {
    const early = refusal(request, simulator, limit);
    if (early !== null) return { plan: { reply: early }, fault: null };
    const met = meetFault(store, context.tenant, request, about, (fault) => faultById(fault)?.fits(about, simulator!.name) === true);
    const fault = met === null ? undefined : faultById(met.id);
    try {
      const instead = fault?.instead?.(request, context);
      const reply = instead ?? await simulator!.handle(request, context);
      const plan = fault?.change?.(reply, context) ?? { reply };
      return { plan, fault: met?.id ?? null };
    } catch (error) {
      settings.onError?.(error, id);
      return { plan: { reply: outcomeReply(500, 'exception', 'The simulator failed; this is not your fault. The run reports a harness error.', 'De simulator faalde; dit ligt niet aan u. De run meldt een fout van Toetssteen.') }, fault: null };
    }
  }
  async function schedule(effect: Effect, tenant: string): Promise<void> {
    const key = settings.uuid();
    store.put('effects', key, { effect, tenant, due: clock.now() + effect.afterMs });
    await clock.sleep(effect.afterMs);
    await settings.runEffect?.(effect, tenant);
    store.delete('effects', key);
  }
  return { dispatch, settings };
}

/** `/<tenant>/twiin/…` belongs to a tenant; the rest of the path is the simulator's. */
export function tenantOf(target: string): { readonly tenant: string; readonly path: string } {
  const path = target.split('?')[0]!;
  const wellKnown = /^\/\.well-known\/oauth-authorization-server\/([a-z0-9-]+)(\/.*)$/.exec(path);
  if (wellKnown) return { tenant: wellKnown[1]!, path: `${wellKnown[2]}/.well-known/oauth-authorization-server` };
  const match = /^\/([a-z0-9-]+)(\/.*)$/.exec(path);
  return match ? { tenant: match[1]!, path: match[2]! } : { tenant: defaultTenant, path };
}
function refusal(request: SimRequest, simulator: Simulator | undefined, limit: number): Reply | null {
  if (simulator === undefined) {
    return outcomeReply(404, 'not-found', 'No simulator lives at this path. `toetssteen up` prints the addresses to configure.', 'Op dit pad woont geen simulator. `toetssteen up` toont de adressen om in te stellen.');
  }
  if (request.body.length > limit) {
    return outcomeReply(413, 'too-long', `The body is larger than ${limit} bytes.`, `De inhoud is groter dan ${limit} bytes.`);
  }
  if (/[/+]xml\b/.test(request.headers['content-type'] ?? '')) {
    return outcomeReply(415, 'not-supported', 'XML is not built in this version; send application/fhir+json.', 'XML is in deze versie niet gebouwd; stuur application/fhir+json.');
  }
  return null;
}
function notAdmitted(admission: { readonly place: string; readonly reason: string }): Reply {
  return outcomeReply(422, 'business-rule',
    `Only synthetic patients: ${admission.place}: ${admission.reason}. Use a test BSN, or list your own fictitious BSN under claim.extraBsns. The message was not stored.`,
    `Alleen fictieve patiënten: ${admission.place}: ${admission.reason}. Gebruik een test-BSN, of noem een eigen fictieve BSN onder claim.extraBsns. Het bericht is niet bewaard.`);
}
