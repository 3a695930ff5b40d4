/** The servers of the benchmark in a process of their own: prints one JSON line with the ports. `node bench/server-process.ts [NORMAL|FULL]` */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPki } from '../fixtures/pki/index.ts';
import { realClock } from '../run/clock/real-clock.ts';
import { demoClaim } from '../run/demo/demo-claim.ts';
import { openSession } from '../run/session/session.ts';
import { allRules, simulatorRules } from '../rules/index.ts';
import { bareServer } from './bare.ts';

const pki = await openPki({ now: Date.now() });
const bare = await bareServer(pki.identity('simulators'), pki.anchors);
const open = async (synchronous: 'NORMAL' | 'FULL') => {
  const claim = demoClaim({ xisOrigin: 'https://127.0.0.1:1', controlUrl: '', accessLogUrl: '', secret: '', port: 0, jwks: { keys: [pki.signingKey('sut-sender', 'ES256').publicJwk] } });
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-bench-'));
  const session = await openSession({ claim, clock: realClock(), pki, folder, cases: [], rules: [...allRules, ...simulatorRules], humans: { instruct: () => {}, question: () => {} }, synchronous, tokenLifetimeSeconds: 3600 });
  return { session, folder };
};
const normal = await open('NORMAL');
const full = await open('FULL');
console.log(JSON.stringify({ bare: bare.port, normal: normal.session.origin, full: full.session.origin }));
process.stdin.resume().once('end', () => {
  void (async () => {
    await Promise.all([bare.close(), normal.session.close(), full.session.close()]);
    for (const one of [normal, full]) rmSync(one.folder, { recursive: true, force: true });
    process.exit(0);
  })();
});
