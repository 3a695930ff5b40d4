import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:https';
import type { ServerOptions } from 'node:https';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../model/clock.ts';
import type { Exchange } from '../model/exchange.ts';
import type { ProbeRecorder } from '../model/recorder.ts';
import { openPki } from '../fixtures/pki/index.ts';
import type { Pki } from '../fixtures/pki/index.ts';

/** For tests of the probe: a PKI of its own in a temporary folder. */
export function temporaryPki(): Promise<Pki> {
  return openPki({ directory: mkdtempSync(join(tmpdir(), 'toetssteen-probe-')), now: Date.now() });
}

/** A clock that counts the holds that are out. */
export function countingClock(): Clock & { readonly outstanding: () => number } {
  let holds = 0;
  return {
    now: () => Date.now(), sleep: () => Promise.resolve(), outstanding: () => holds,
    hold: () => { holds += 1; let done = false; return () => { if (!done) holds -= 1; done = true; }; },
  };
}

/** Keeps what the probe commits, in order. */
export function memoryRecorder(): ProbeRecorder & { readonly begun: Exchange[]; readonly ended: Exchange[] } {
  const begun: Exchange[] = [];
  const ended: Exchange[] = [];
  return {
    begun, ended,
    begin(entry) {
      const { at, ...facts } = entry;
      const seq = begun.length + 1;
      begun.push({
        ...facts, kind: 'exchange', id: String(seq), seq, side: 'probe', startedAt: at, endedAt: null, response: null,
        transport: { outcome: 'answered' }, tls: 'not-observed', fault: null,
      });
      return String(seq);
    },
    end(id, { at, ...end }) {
      const whole: Exchange = { ...begun[Number(id) - 1]!, ...end, endedAt: at };
      ended.push(whole);
      return whole;
    },
  };
}

export interface TestServer { readonly port: number; readonly origin: string; readonly connections: () => number; close(): Promise<void> }

/** A real TLS server on loopback. */
export async function tlsServer(pki: Pki, listener: RequestListener, options: ServerOptions = {}): Promise<TestServer> {
  const { certificate, key } = pki.identity('sut');
  let connections = 0;
  const server = createServer({
    cert: certificate, key, ca: pki.anchors, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3', ...options,
  }, listener);
  server.on('connection', () => { connections += 1; });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port, origin: `https://127.0.0.1:${port}`, connections: () => connections,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
}
