import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface XisProcess { readonly origin: string; readonly controlUrl: string; readonly accessLogUrl: string; readonly jwks: { readonly keys: readonly unknown[] }; readonly pid: number; /** Resolves when the process has ended, also when it had before. */ stop(): Promise<void> }

/** Starts the reference XIS in a process of its own, as a vendor's system would be. Rejects with what it said when it does not come up. */
export async function startXisProcess(configuration: unknown): Promise<XisProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-xis-'));
  const file = join(folder, 'xis.json');
  writeFileSync(file, JSON.stringify(configuration), { mode: 0o600 });
  const here = import.meta.url;
  const main = fileURLToPath(new URL(here.endsWith('.ts') ? '../../reference-xis/main.ts' : '../../reference-xis/main.js', here));
  // Its standard input is ours: when we die, however we die, it sees the end of it and stops too.
  const cache = getCompileCacheDir();
  const child = spawn(process.execPath, [main, file, '--end-with-stdin'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // It starts as fast as we did: with what Node compiled before.
    ...(cache === undefined ? {} : { env: { NODE_COMPILE_CACHE: dirname(cache), ...process.env } }),
  });
  let said = '';
  const ready = await new Promise<Record<string, any>>((resolve, reject) => {
    child.stderr.on('data', (piece: Buffer) => { said = (said + piece.toString()).slice(-4000); });
    child.stdout.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-4000);
      const line = said.split('\n').find((one) => one.startsWith('{"ready":true'));
      if (line !== undefined && said.includes(`${line}\n`)) resolve(JSON.parse(line));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The reference XIS stopped with exit code ${code}: ${said.slice(-600)}`)));
  });
  rmSync(folder, { recursive: true, force: true });
  child.removeAllListeners('exit');
  const ended = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  return {
    origin: ready.origin, controlUrl: ready.controlUrl, accessLogUrl: ready.accessLogUrl, jwks: ready.jwks, pid: child.pid!,
    stop: () => { child.stdin.end(); child.kill('SIGTERM'); return ended; },
  };
}
