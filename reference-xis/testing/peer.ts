import { createServer } from 'node:https';
import type { IdentityName } from '../../fixtures/pki/index.ts';
import { listen } from '../listener.ts';
import { testPki } from './pair.ts';

/** One request that the XIS made, as the peer saw it. */
export interface Seen { readonly method: string; readonly target: string; readonly headers: Readonly<Record<string, unknown>>; readonly body: string; readonly certificate: boolean }
export interface Reply { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }
export interface Peer { readonly origin: string; readonly seen: Seen[]; close(): Promise<void> }

/** A recording counterparty that answers with plain data and does not verify client certificates. */
export async function startPeer(identity: IdentityName, answer: (request: Seen, origin: string) => Reply): Promise<Peer> {
  const pki = await testPki();
  const { key, certificate } = pki.identity(identity);
  const seen: Seen[] = [];
  const peer = { origin: '', seen, close: async () => undefined as void };
  const server = createServer({ key, cert: certificate, ca: pki.anchors, requestCert: true, rejectUnauthorized: false }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const socket = request.socket as import('node:tls').TLSSocket;
      const entry: Seen = { method: request.method ?? '', target: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8'), certificate: socket.getPeerX509Certificate() !== undefined };
      seen.push(entry);
      const reply = answer(entry, peer.origin);
      response.writeHead(reply.status, { 'content-type': 'application/fhir+json', ...reply.headers }).end(JSON.stringify(reply.body));
    });
  });
  const listening = await listen(server, '127.0.0.1', 0);
  peer.origin = `https://127.0.0.1:${listening.port}`;
  peer.close = listening.close;
  return peer;
}

/** Answers of a Twiin node that accepts everything and holds one problem. */
export function twiinAnswer(request: Seen, origin: string): Reply {
  const path = request.target.split('?')[0]!;
  if (path === '/oauth/token') return { status: 200, body: { access_token: 'token-of-the-peer', token_type: 'Bearer', expires_in: 300 }, headers: { 'cache-control': 'no-store' } };
  if (request.method !== 'GET') return { status: 201, body: {}, headers: { location: `${origin}/fhir/Task/1` } };
  if (path === '/fhir/Task/wf-1') return { status: 200, body: { resourceType: 'Task', id: 'wf-1', status: 'requested', intent: 'order', input: [] } };
  if (path === '/fhir/AllergyIntolerance') {
    const resource = { resourceType: 'AllergyIntolerance', id: 'ai-1', patient: { reference: 'Patient/p-1', display: 'P. Toets' } };
    return { status: 200, body: { resourceType: 'Bundle', type: 'searchset', total: 1, entry: [{ resource, search: { mode: 'match' } }] } };
  }
  return { status: 200, body: { resourceType: 'Bundle', type: 'searchset', total: 0, link: [{ relation: 'self', url: `${origin}${request.target}` }] } };
}
