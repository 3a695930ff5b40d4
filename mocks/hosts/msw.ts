import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import type { TransportPlan } from '../../model/simulator.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { planDirect } from './direct.ts';

/**
 * The simulators as MSW handlers, for a unit test: what the test fetches under `origin` is answered by them.
 * MSW intercepts below TLS, so certificates are not observed here; test those against `toetssteen up`.
 */
export function mswHandlers(kernel: Kernel, origin: string): HttpHandler[] {
  return [http.all(`${origin}/*`, async ({ request }) => {
    const plan = await planDirect(kernel, {
      method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body: new Uint8Array(await request.arrayBuffer()),
    });
    return travel(plan, request.signal, (ms) => kernel.settings.clock.sleep(ms));
  })];
}

async function travel(plan: TransportPlan, signal: AbortSignal, sleep: (ms: number) => Promise<void>): Promise<Response> {
  const { status, headers, body } = plan.reply;
  // Only the caller's own time-out ends this.
  if (plan.hang) await new Promise<void>((resolve) => { signal.addEventListener('abort', () => resolve(), { once: true }); });
  if (plan.delayMs !== undefined) await sleep(plan.delayMs);
  if (plan.hang || plan.reset) return HttpResponse.error();
  const init = { status, headers: { ...headers } };
  if (body.length === 0) return new HttpResponse(null, init);
  if (plan.cutAfter !== undefined) return new HttpResponse(cut(body.subarray(0, plan.cutAfter)), init);
  if (plan.chunks !== undefined) return new HttpResponse(drip(body, plan.chunks, plan.chunkDelayMs ?? 0, sleep), init);
  return new HttpResponse(new Uint8Array(body), init);
}
function cut(part: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull: (controller) => {
      if (sent) { controller.error(new Error('The connection broke (armed fault).')); return; }
      sent = true;
      controller.enqueue(part);
    },
  });
}
function drip(body: Uint8Array, chunks: number, delayMs: number, sleep: (ms: number) => Promise<void>): ReadableStream<Uint8Array> {
  const size = Math.max(1, Math.ceil(body.length / chunks));
  let at = 0;
  return new ReadableStream({
    pull: async (controller) => {
      if (at > 0) await sleep(delayMs);
      controller.enqueue(body.subarray(at, at + size));
      at += size;
      if (at >= body.length) controller.close();
    },
  });
}
