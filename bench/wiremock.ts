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
  const java = tool('java');
  if (spawnSync(java, ['-version'], { stdio: 'ignore' }).status !== 0) return { skipped: 'no Java' };
  const build = join(wiremockFolder(), 'node_modules', 'wiremock', 'build');
  let jar: string | undefined;
  try { jar = readdirSync(build).find((name) => name.endsWith('.jar')); } catch { /* told below */ }
  return jar === undefined ? { skipped: 'WireMock is not there; bring it with: npm run bench:wiremock' } : { java, jar: join(build, jar) };
}
const tool = (name: string): string => (process.env['JAVA_HOME'] === undefined ? name : join(process.env['JAVA_HOME'], 'bin', name));

/**
 * How much is asked of WireMock. `anything`: any POST gets the same bytes. `matched`: what the simulator looks at too
 * (path, token, content type, a Task, its owner), and the same bytes for an answer. `alike`: matched, and as a FHIR create
 * answers: what was sent, with an id of its own that also stands in Location.
 */
export type WiremockWork = 'anything' | 'matched' | 'alike';
export const wiremockPaths: Readonly<Record<WiremockWork, string>> = { anything: '/t1/twiin/90000022/fhir/Task', matched: '/t2/twiin/90000022/fhir/Task', alike: '/t3/twiin/90000022/fhir/Task' };

function mappings(authorization: string, answer: string): unknown[] {
  const headers = (id: string): unknown => ({ 'content-type': 'application/fhir+json; charset=utf-8', location: `https://localhost/Task/${id}/_history/1`, etag: 'W/"1"' });
  const matching = {
    method: 'POST', headers: { Authorization: { equalTo: authorization }, 'Content-Type': { contains: 'json' } },
    bodyPatterns: [{ matchesJsonPath: { expression: '$.resourceType', equalTo: 'Task' } }, { matchesJsonPath: { expression: '$.owner.identifier.value', equalTo: '90000022' } }],
  };
  const fixed = { status: 201, body: answer, headers: headers('1') };
  const uuid = "{{randomValue type='UUID'}}";
  const own = { status: 201, transformers: ['response-template'], body: `{{#jsonMerge request.body}}{"id":"${uuid}"}{{/jsonMerge}}`, headers: headers(uuid) };
  return [
    { request: { method: 'POST', urlPath: wiremockPaths.anything }, response: fixed },
    { request: { ...matching, urlPath: wiremockPaths.matched }, response: fixed },
    { request: { ...matching, urlPath: wiremockPaths.alike }, response: own },
  ];
}

export interface Wiremock {
  readonly port: number;
  readonly pid: number;
  /** Requests in its journal at this path. */
  kept(path: string): Promise<number>;
  close(): Promise<void>;
}
interface Client { readonly cert: string; readonly key: string }
/**
 * WireMock over mutual TLS on loopback, with its request journal on (in memory, whole, without a bound) and its request
 * logging off, which its manual advises for speed. It shows its own certificate (RSA): that matters to a handshake, and not
 * to requests on kept-alive connections.
 */
export async function startWiremock(found: { readonly java: string; readonly jar: string }, options: { readonly authorization: string; readonly answer: string; readonly anchors: string; readonly client: Client }): Promise<Wiremock> {
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-wiremock-'));
  mkdirSync(join(folder, 'mappings'));
  writeFileSync(join(folder, 'mappings', 'posts.json'), JSON.stringify({ mappings: mappings(options.authorization, options.answer) }));
  const anchors = join(folder, 'anchors.pem');
  writeFileSync(anchors, options.anchors);
  const trusted = join(folder, 'trust.p12');
  spawnSync(tool('keytool'), ['-importcert', '-noprompt', '-alias', 'root', '-file', anchors, '-keystore', trusted, '-storetype', 'PKCS12', '-storepass', 'password'], { stdio: 'ignore' });
  const port = await freePort();
  const child = spawn(found.java, [
    '-jar', found.jar, '--disable-http', '--https-port', String(port), '--bind-address', '127.0.0.1', '--root-dir', folder, '--disable-banner', '--disable-request-logging', '--use-chunked-encoding', 'never',
    '--https-require-client-cert', '--https-truststore', trusted, '--truststore-type', 'PKCS12', '--truststore-password', 'password',
  ], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => { said = (said + piece.toString()).slice(-2000); });
  const close = async (): Promise<void> => { await ended(child); rmSync(folder, { recursive: true, force: true }); };
  const kept = async (path: string): Promise<number> => (JSON.parse(await admin(port, options.client, 'POST', '/__admin/requests/count', JSON.stringify({ method: 'POST', urlPath: path }))) as { count: number }).count;
  for (let attempt = 0; attempt < 150; attempt++) {
    if (child.exitCode !== null) break;
    try { await kept('/'); return { port, pid: child.pid!, kept, close }; } catch { /* not yet */ }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await close();
  throw new Error(`WireMock did not come up: ${said}`);
}
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => { child.once('exit', () => resolve()); child.kill('SIGTERM'); });
}
function admin(port: number, client: Client, method: string, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, ...client, rejectUnauthorized: false, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => { text += piece.toString(); });
      answer.on('end', () => { if (answer.statusCode === 200) resolve(text); else reject(new Error(`${path}: ${answer.statusCode}`)); });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
