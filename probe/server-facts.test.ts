import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pki } from '../fixtures/pki/index.ts';
import { serverFacts } from './server-facts.ts';
import { temporaryPki, tlsServer } from './test-support.ts';
import type { TestServer } from './test-support.ts';

let pki: Pki;
let server: TestServer;
let socket: TLSSocket;
beforeAll(async () => {
  pki = await temporaryPki();
  server = await tlsServer(pki, (_request, response) => { response.end(); }, { requestCert: false });
  socket = connect({ host: '127.0.0.1', port: server.port, rejectUnauthorized: false });
  await new Promise((resolve) => socket.once('secureConnect', resolve));
});
afterAll(async () => { socket.destroy(); await server.close(); });
const trust = () => ({ anchors: pki.anchors, crls: pki.crls, now: Date.now() });

describe('serverFacts', () => {
  it('tells protocol, cipher and the certificate with its chain', () => {
    expect(serverFacts(socket, '127.0.0.1', trust())).toMatchObject({
      tls: { protocol: 'TLSv1.3', cipher: expect.stringContaining('TLS_'), peer: { status: 'trusted', ura: '90000011' } }, hostMismatch: null,
    });
  });
  it('names a certificate that is for another host', () => {
    expect(serverFacts(socket, 'xis.example', trust()).hostMismatch).toContain('not for xis.example');
  });
  it('judges by the trust that is given', async () => {
    const other = await temporaryPki();
    expect(serverFacts(socket, '127.0.0.1', { ...trust(), anchors: other.anchors }).tls).toMatchObject({ peer: { status: 'unknown-issuer' } });
  });
});
