import { lookup } from 'node:dns/promises';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import type { PinnedPackage } from '../../../model/claim.ts';
import type { Clock } from '../../../model/clock.ts';
import type { Exchange } from '../../../model/exchange.ts';
import type { Pki } from '../../../fixtures/pki/index.ts';
import { createProbe } from '../../../probe/client.ts';
import type { ProbeRequest } from '../../../probe/client.ts';
import { callWithSecret } from '../../../probe/trigger-http.ts';
import type { SecretCall, SecretReply } from '../../../probe/trigger-http.ts';
import type { Text } from '../../../model/text.ts';
import { packageStore } from '../../../fhir/packages/store.ts';
import { openRunJudge } from '../../judge/fhir-judge.ts';
import { quietRecorder } from './quiet-recorder.ts';

/** What the doctor looks with; injected, so that tests can give it another world. */
export interface DoctorTools {
  readonly pki: Pki;
  readonly clock: Clock;
  /** Version of Node without `v`. */
  readonly nodeVersion: string;
  /** Calls the SUT with TLS facts and the end of the call. Never rejects. */
  call(request: ProbeRequest): Promise<Exchange>;
  /** Calls a trigger, access log or key set, verifying the server. Never rejects. */
  callPlain(call: SecretCall): Promise<SecretReply>;
  /** Addresses of a host name; rejects with an error that has a `code`. */
  resolve(host: string): Promise<readonly string[]>;
  /** `free`, or the error code with which listening ended. */
  portState(host: string, port: number): Promise<string>;
  /** Text of a file; throws an error that has a `code`. */
  readFile(file: string): string;
  /** May others than the owner read the file? Null when this system cannot tell. */
  readableByOthers(file: string): boolean | null;
  /** Can this program be started? */
  executable(program: string): boolean;
  /** FHIR packages of this user. */
  readonly packages: {
    installed(): readonly { readonly name: string; readonly version: string }[];
    /** Loads exactly these and tells what cannot be. */
    open(pins: readonly PinnedPackage[]): Promise<{ readonly problems: readonly Text[]; readonly missing: readonly Text[] }>;
  };
}
/** Milliseconds for one look. */
export const patience = 5_000;

/** The real world. `trust`: PEM anchors of the SUT's server certificate. `close` drops kept connections. */
export function doctorTools({ pki, clock, trust }: { readonly pki: Pki; readonly clock: Clock; readonly trust: string }): DoctorTools & { close(): void } {
  const probe = createProbe({ clock, recorder: quietRecorder(), trust, crls: pki.crls, timeoutMs: patience });
  return {
    pki, clock, nodeVersion: process.versions.node,
    call: (request) => probe.call(request),
    callPlain: callWithSecret,
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    portState,
    readFile: (file) => readFileSync(file, 'utf8'),
    readableByOthers: (file) => (process.platform === 'win32' ? null : (statSync(file).mode & 0o044) !== 0),
    executable,
    packages: { installed: () => packageStore().list().map((one) => one.id), open: (pins) => openRunJudge(pins) },
    close: () => probe.close(),
  };
}

function portState(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve((error as NodeJS.ErrnoException).code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')));
  });
}
function executable(program: string): boolean {
  const places = program.includes('/') ? [program] : (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  return places.some((file) => {
    try { accessSync(file, constants.X_OK); return statSync(file).isFile(); } catch { return false; }
  });
}
