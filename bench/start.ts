/** `npm run bench:start`: seconds of the demo with a PKI made from nothing, start of `up` to the first answered mutual TLS request, and peak memory. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPki } from '../fixtures/pki/index.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'toetssteen-start-'));
const environment = { ...process.env, TOETSSTEEN_HOME: folder };
const main = join(root, 'cli/main.js');
/** Peak resident memory of a process in MB, where the system tells it. */
function peak(pid: number): number {
  try { return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024; } catch { return 0; }
}
async function demo(): Promise<void> {
  const began = performance.now();
  const child = spawn(process.execPath, [main, 'demo', '--runs', join(folder, 'runs')], { env: environment, stdio: 'ignore' });
  let memory = 0;
  const look = setInterval(() => { memory = Math.max(memory, peak(child.pid!)); }, 50);
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  clearInterval(look);
  console.log(`demo, PKI included: ${((performance.now() - began) / 1000).toFixed(1)} s, exit code ${code}, peak memory of the harness ${memory === 0 ? 'unknown' : `${Math.round(memory)} MB`} (at most 10 s, 300 MB)`);
}
async function up(which: string): Promise<void> {
  const pki = await openPki({ directory: join(folder, 'pki'), now: Date.now() });
  const { certificate, key } = pki.identity('sut');
  const began = performance.now();
  const child = spawn(process.execPath, [main, 'up', '--port', '0', '--json', '--runs', join(folder, 'runs')], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const told = await new Promise<{ zorgAb: string }>((done) => child.stdout.once('data', (line: Buffer) => done(JSON.parse(line.toString()))));
  const url = new URL(`${told.zorgAb}/metadata`);
  const status = await new Promise<number>((done, failed) => {
    request({ host: url.hostname, port: url.port, path: url.pathname, cert: certificate, key, ca: pki.anchors }, (answer) => { answer.resume(); done(answer.statusCode ?? 0); }).on('error', failed).end();
  });
  console.log(`up (${which}), cached PKI, to the first answered mutual TLS request (${status}): ${((performance.now() - began) / 1000).toFixed(2)} s (at most 1)`);
  child.kill('SIGTERM');
  await new Promise((done) => child.on('exit', done));
}
try { await demo(); await up('first start'); await up('next start'); } finally { rmSync(folder, { recursive: true, force: true }); }
