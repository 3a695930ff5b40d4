import type { Reply } from '../../model/simulator.ts';
import type { Kernel } from '../kernel/kernel.ts';

export interface DirectRequest { readonly method?: string; readonly url: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Uint8Array }

/** Calls the simulators without a network: for tests of the simulators, and for hosts that cannot see TLS. */
export async function callDirect(kernel: Kernel, request: DirectRequest): Promise<Reply> {
  const url = new URL(request.url);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  const body = typeof request.body === 'string' ? new TextEncoder().encode(request.body) : request.body ?? new Uint8Array(0);
  // `url.pathname` would normalise; the target must stay as it was written.
  const target = request.url.slice(request.url.indexOf(url.host) + url.host.length) || '/';
  const { plan } = await kernel.dispatch({ method: request.method ?? 'GET', target, headers, body, tls: 'not-observed' });
  return plan.reply;
}
