import type { Clock } from '../../model/clock.ts';
import type { Endpoint } from '../../model/exchange.ts';
import type { Recorder } from '../../model/recorder.ts';
import type { Classification, Effect, Reply, SimContext, SimRequest, Simulator, Store, TransportPlan } from '../../model/simulator.ts';
import { faultById } from '../faults/index.ts';
import { matchingFaults, spendFault } from './armed-faults.ts';
import { createEffectRunner } from './effects.ts';
import { answered, received } from './formats.ts';
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
  /** Does what a simulator asked for later, for example sends a notification. */
  readonly runEffect?: (effect: Effect, tenant: string) => Promise<void>;
}
export interface Dispatched { readonly id: string; readonly plan: TransportPlan; readonly endpoint: Endpoint }
export interface Kernel {
  /** The life of a request: classify, admit, commit, handle (or misbehave as armed), commit the answer. */
  dispatch(request: SimRequest): Promise<Dispatched>;
  /** Takes up the effects that an earlier process left in the store. */
  resume(): void;
  /** Stops waiting for effects; they stay in the store for a later `resume`. */
  stop(): void;
  /** Resolves when no effect waits. */
  settled(): Promise<void>;
  readonly settings: KernelSettings;
}
export const defaultTenant = 't1';
const unknown: Classification = { endpoint: 'other', role: 'any', organisation: '' };
/** What a request is about, as far as known before it is handled. `failure`: the simulator itself broke. */
interface Known { readonly simulator: Simulator | undefined; readonly about: Classification; readonly failure?: unknown }

export function createKernel(settings: KernelSettings): Kernel {
  const { clock, recorder, store } = settings;
  const limit = settings.maxBodyBytes ?? 1024 * 1024;
  const effects = createEffectRunner({
    store, clock, uuid: settings.uuid, run: async (effect, tenant) => { await settings.runEffect?.(effect, tenant); },
    onError: (error, effect) => settings.onError?.(error, `effect ${effect.name}`),
  });

  async function dispatch(request: SimRequest): Promise<Dispatched> {
    const release = clock.hold();
    try {
      const { tenant, path } = tenantOf(request.target);
      const origin = settings.origin();
      const context: SimContext = { clock, store, tenant, uuid: settings.uuid, origin, baseUrl: `${origin}/${tenant}` };
      const known = look(request, path, context);
      const admission = recorder.admit(request);
      const id = recorder.arrived({
        request, url: origin + request.target, about: known.about, simulator: known.simulator?.name ?? 'none', tenant, at: clock.now(), admission,
      });

      const { plan, fault } = admission.ok ? await answer(request, context, known, id) : { plan: { reply: notAdmitted(admission) }, fault: null };
      const { status, headers, body } = plan.reply;
      // Before the answer leaves: what it promised for later, and the answer itself.
      effects.keep(plan.reply.effects ?? [], tenant);
      if (plan.reset || plan.hang) recorder.answered(id, { response: { status: 0, headers: {}, body: new Uint8Array() }, fault, at: clock.now() });
      else recorder.answered(id, { response: { status, headers, body }, fault, at: clock.now() });
      return { id, plan, endpoint: known.about.endpoint };
    } finally { release(); }
  }

  function look(request: SimRequest, path: string, context: SimContext): Known {
    try {
      const simulator = settings.simulators.find((one) => one.matches(path));
      return { simulator, about: simulator?.classify(request, context) ?? unknown };
    } catch (failure) {
      return { simulator: undefined, about: unknown, failure };
    }
  }
  async function answer(request: SimRequest, context: SimContext, known: Known, id: string): Promise<{ plan: TransportPlan; fault: string | null }> {
    try {
      if (known.failure !== undefined) throw known.failure;
      const { simulator, about } = known;
      const early = refusal(request, simulator, limit);
      if (early !== null || simulator === undefined) return { plan: { reply: early! }, fault: null };
      const policy = simulator.formats;
      const taken = policy === undefined ? request : received(request, policy);
      if ('status' in taken) return { plan: { reply: answered(taken, request, policy!) }, fault: null };
      const { plan, fault } = await misbehave(taken, context, simulator, about) ?? { plan: { reply: await simulator.handle(taken, context) }, fault: null };
      return { plan: policy === undefined ? plan : { ...plan, reply: answered(plan.reply, request, policy) }, fault };
    } catch (error) {
      settings.onError?.(error, id);
      return { plan: { reply: outcomeReply(500, 'exception', 'The simulator failed; this is not your fault. The run reports a harness error.', 'De simulator faalde; dit ligt niet aan u. De run meldt een fout van Toetssteen.') }, fault: null };
    }
  }
  /** The first armed fault that can do something with this message; null when none can, and then none is spent. */
  async function misbehave(request: SimRequest, context: SimContext, simulator: Simulator, about: Classification): Promise<{ plan: TransportPlan; fault: string | null } | null> {
    let reply: Reply | undefined;
    for (const armed of matchingFaults(store, context.tenant, request, about)) {
      const fault = faultById(armed.id);
      if (fault === undefined || !fault.fits(about, simulator.name)) continue;
      const instead = fault.instead?.(request, context);
      reply ??= instead === undefined ? await simulator.handle(request, context) : undefined;
      const again = async (changed: SimRequest): Promise<Reply> => await simulator.handle(changed, context);
      const plan = instead === undefined ? await fault.change?.(reply!, { request, again }) : { reply: instead };
      if (plan === undefined) continue;
      spendFault(store, armed);
      return { plan, fault: armed.id };
    }
    return reply === undefined ? null : { plan: { reply }, fault: null };
  }
  return { dispatch, resume: effects.resume, stop: effects.stop, settled: effects.settled, settings };
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
    return outcomeReply(413, 'too-long', `The body has ${request.body.length} bytes; at most ${limit} are taken.`, `De inhoud is ${request.body.length} bytes; hoogstens ${limit} worden aangenomen.`);
  }
  return null;
}
function notAdmitted(admission: { readonly place: string; readonly reason: string }): Reply {
  return outcomeReply(422, 'business-rule',
    `Only synthetic patients: ${admission.place}: ${admission.reason}. Use a test BSN, or list your own fictitious BSN under ics.extraBsns in the claim. The message was not stored.`,
    `Alleen fictieve patiënten: ${admission.place}: ${admission.reason}. Gebruik een test-BSN, of noem een eigen fictieve BSN onder ics.extraBsns in de claim. Het bericht is niet bewaard.`);
}
