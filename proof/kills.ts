/**
 * Kills the harness (not the SUT) with SIGKILL at random moments, lets it go on, and compares the verdicts per
 * requirement with those of an undisturbed run: `node proof/kills.ts [count] [seed]`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPki } from '../fixtures/pki/index.ts';
import type { RunResult } from '../model/result.ts';
import { demoClaim } from '../run/demo/demo-claim.ts';
import { freePort } from '../run/demo/free-port.ts';
import { startXisProcess } from '../run/demo/reference-xis-process.ts';
import { xisConfiguration } from '../run/demo/xis-configuration.ts';

const count = Number(process.argv[2] ?? 20);
let seed = Number(process.argv[3] ?? 20261124);
/** A small generator with a seed, so that the moments can be repeated. */
const random = (): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed / 2_147_483_648; };

const folder = mkdtempSync(join(tmpdir(), 'toetssteen-kills-'));
const pki = await openPki({ now: Date.now() });
const port = await freePort();
const secret = 'alleen-op-deze-machine';
const xis = await startXisProcess(xisConfiguration({ pki, now: Date.now(), simulators: `https://127.0.0.1:${port}`, secret, tokenLifetimeSeconds: 3 }));
const claim = demoClaim({ xisOrigin: xis.origin, controlUrl: xis.controlUrl, accessLogUrl: xis.accessLogUrl, jwks: xis.jwks, secret, port });

/** Starts the harness; kills it after `killAfterMs` unless it was ready before. True: it came to its end. */
function harness(job: string, killAfterMs: number | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'harness-process.ts'), job], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => { said = (said + piece.toString()).slice(-2000); });
    const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.on('exit', (code, signal) => {
      if (timer !== null) clearTimeout(timer);
      if (signal === 'SIGKILL') return resolve(false);
      if (code === 0) return resolve(true);
      reject(new Error(`The harness stopped with exit code ${code}: ${said}`));
    });
  });
}
function job(name: string): { readonly file: string; readonly verdicts: () => Map<string, string> } {
  const file = join(folder, `${name}.json`);
  const result = join(folder, `${name}-result.json`);
  writeFileSync(file, JSON.stringify({ claim, folder: join(folder, name), result }));
  return {
    file,
    verdicts: () => new Map((JSON.parse(readFileSync(result, 'utf8')) as RunResult).requirements.map((one) => [one.requirement.id, one.verdict])),
  };
}

let same = 0;
let kills = 0;
try {
  const undisturbed = job('undisturbed');
  const began = Date.now();
  await harness(undisturbed.file, null);
  const lasted = Date.now() - began;
  const expected = undisturbed.verdicts();
  for (let run = 1; run <= count; run++) {
    const one = job(`killed-${run}`);
    const moment = Math.round(random() * lasted);
    const ended = await harness(one.file, moment);
    if (!ended) { kills += 1; await harness(one.file, null); }
    const differences = [...one.verdicts()].filter(([id, verdict]) => expected.get(id) !== verdict).map(([id, verdict]) => `${id}: ${expected.get(id)} became ${verdict}`);
    if (differences.length === 0) same += 1;
    console.log(`${run}: ${ended ? 'ended before its kill' : `killed after ${moment} ms`}: ${differences.length === 0 ? 'same verdicts' : differences.join('; ')}`);
  }
} finally {
  await xis.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${same} of ${count} runs with the same verdict for every requirement; ${kills} were killed half way`);
process.exit(same === count ? 0 : 1);
