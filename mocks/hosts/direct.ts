import type { Reply, TransportPlan } from '../../model/simulator.ts';
import type { Kernel } from '../kernel/kernel.ts';

export interface DirectRequest { readonly method?: string; readonly url: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Uint8Array }

/** An armed transport fault that leaves the caller without a whole answer. */
export class BrokenTransport extends Error {
  readonly fault: 'reset' | 'no-answer' | 'cut';
  constructor(fault: 'reset' | 'no-answer' | 'cut') {
    super(`The simulator was told to misbehave: ${fault}. Disarm the fault, or let your test expect it.`);
    this.name = 'BrokenTransport';
    this.fault = fault;
  }
}

/** What a request leads to, without a network: the answer and how it should travel. TLS is not observed. */
export async function planDirect(kernel: Kernel, request: DirectRequest): Promise<TransportPlan> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  const body = typeof request.body === 'string' ? new TextEncoder().encode(request.body) : request.body ?? new Uint8Array(0);
  const { plan } = await kernel.dispatch({ method: request.method ?? 'GET', target: targetOf(request.url), headers, body, tls: 'not-observed' });
  return plan;
}
/** Calls the simulators without a network. Throws `BrokenTransport` where a connection would break or hang. */
export async function callDirect(kernel: Kernel, request: DirectRequest): Promise<Reply> {
  const plan = await planDirect(kernel, request);
  if (plan.hang) throw new BrokenTransport('no-answer');
  const wait = (plan.delayMs ?? 0) + Math.max(0, (plan.chunks ?? 1) - 1) * (plan.chunkDelayMs ?? 0);
  if (wait > 0) await kernel.settings.clock.sleep(wait);
  if (plan.reset) throw new BrokenTransport('reset');
  if (plan.cutAfter !== undefined) throw new BrokenTransport('cut');
  return plan.reply;
}
/** The request target as it was written: `URL.pathname` would normalise it. */
function targetOf(url: string): string {
  const match = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url);
  if (match === null) throw new Error(`"${url.slice(0, 80)}" is not an absolute URL; give for example https://toetssteen.test/t1/zorg-ab/zab-ro/fhir/metadata.`);
  const target = match[1]!;
  return target.startsWith('/') ? target : `/${target}`;
}
