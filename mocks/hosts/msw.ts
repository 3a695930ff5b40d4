import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import type { Kernel } from '../kernel/kernel.ts';
import { callDirect } from './direct.ts';

/**
 * The simulators as MSW handlers, for a unit test: what the test fetches under `origin` is answered by them.
 * MSW intercepts below TLS, so certificates are not observed here; test those against `toetssteen up`.
 */
export function mswHandlers(kernel: Kernel, origin: string): HttpHandler[] {
  return [http.all(`${origin}/*`, async ({ request }) => {
    const reply = await callDirect(kernel, {
      method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body: new Uint8Array(await request.arrayBuffer()),
    });
    return new HttpResponse(Buffer.from(reply.body), { status: reply.status, headers: { ...reply.headers } });
  })];
}
