import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pkiDirectory } from '../fixtures/pki/index.ts';
import { freePort } from '../run/demo/free-port.ts';

/** The version that is compared with; its npm package holds the jar. */
export const wiremockVersion = '3.13.2';

/**
 * Where `npm run bench:wiremock` puts the package: beside the test PKI and outside the checkout. It is in no dependency
 * list, not even an optional one, so that `npm ci` stays small and needs no Java for anybody.
 */
export function wiremockFolder(): string { return join(dirname(pkiDirectory()), 'bench-wiremock'); }

/** The jar, or why there is no comparison. */
export function findWiremock(): { readonly java: string; readonly jar: string } | { readonly skipped: string } {
  const java = process.env['JAVA_HOME'] === undefined ? 'java' : join(process.env['JAVA_HOME'], 'bin', 'java');
  if (spawnSync(java, ['-version'], { stdio: 'ignore' }).status !== 0) return { skipped: 'no Java' };
  const build = join(wiremockFolder(), 'node_modules', 'wiremock', 'build');
  let jar: string | undefined;
  try { jar = readdirSync(build).find((name) => name.endsWith('.jar')); } catch { /* told below */ }
  return jar === undefined ? { skipped: 'WireMock is not there; bring it with: npm run bench:wiremock' } : { java, jar: join(build, jar) };
}

/**
 * WireMock over TLS on loopback, with its request journal on, answering every POST with 201, a Location and these bytes.
 * Its own certificate is used and none is asked of the client: that matters to a handshake, and not to requests on kept-alive connections.
 */
export async function startWiremock(found: { readonly java: string; readonly jar: string }, answer: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-wiremock-'));
  mkdirSync(join(folder, 'mappings'));
  writeFileSync(join(folder, 'mappings', 'post.json'), JSON.stringify({
    request: { method: 'POST', urlPattern: '/.*' },
    response: { status: 201, body: answer, headers: { 'content-type': 'application/fhir+json; charset=utf-8', location: 'https://localhost/Task/1' } },
  }));
  const port = await freePort();
  const child = spawn(found.java, ['-jar', found.jar, '--disable-http', '--https-port', String(port), '--bind-address', '127.0.0.1', '--root-dir', folder, '--disable-banner'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => { said = (said + piece.toString()).slice(-2000); });
  const close = async (): Promise<void> => { await ended(child); rmSync(folder, { recursive: true, force: true }); };
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) break;
    if (await answers(port)) return { port, close };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await close();
  throw new Error(`WireMock did not come up: ${said}`);
}
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => { child.once('exit', () => resolve()); child.kill('SIGTERM'); });
}
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    request({ host: '127.0.0.1', port, path: '/__admin/mappings', rejectUnauthorized: false }, (answer) => { answer.resume(); resolve(answer.statusCode === 200); }).on('error', () => resolve(false)).end();
  });
}
