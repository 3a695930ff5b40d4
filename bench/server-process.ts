/**
 * One server of the benchmark in a process of its own: `node bench/server-process.ts <kind>`. It prints its origin as a
 * line of JSON; to each line on stdin it answers, when it has nothing more to do, with a line: to `count` with what it kept.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openPki, type Pki } from '../fixtures/pki/index.ts';
import { serve } from '../mocks/hosts/serve.ts';
import { createSimulators } from '../mocks/index.ts';
import type { JsonWebKeyLike } from '../model/rule.ts';
import { allRules, simulatorRules } from '../rules/index.ts';
import { realClock } from '../run/clock/real-clock.ts';
import { demoClaim } from '../run/demo/demo-claim.ts';
import { freePort } from '../run/demo/free-port.ts';
import { openSession } from '../run/session/session.ts';
import { bareServer } from './bare.ts';
import type { ServerKind, ServerTold } from './servers.ts';

interface Running {
  readonly origin: string;
  /** Resolves when all that was answered was also judged. */
  settled(): Promise<void>;
  count(): ServerTold;
  close(): Promise<void>;
}
const atOnce = async (): Promise<void> => {};

const servers: Readonly<Record<ServerKind, (pki: Pki) => Promise<Running>>> = {
  bare: async (pki) => {
    const bare = await bareServer(pki.identity('simulators'), pki.anchors);
    return { origin: `https://127.0.0.1:${bare.port}`, settled: atOnce, count: () => ({ kept: 0, judged: 0 }), close: bare.close };
  },
  memory: async (pki) => {
    const port = await freePort();
    const simulators = await createSimulators({ origin: `https://127.0.0.1:${port}`, clientKeys: [pki.signingKey('sut-sender', 'ES256').publicJwk as unknown as JsonWebKeyLike], tokenLifetimeSeconds: 3600 });
    const served = await serve({ kernel: simulators.kernel, host: '127.0.0.1', port, identity: pki.identity('simulators'), trust: { anchors: pki.anchors, crls: pki.crls, intermediates: pki.intermediates } });
    return { origin: served.origin, settled: atOnce, count: () => ({ kept: simulators.received('notification').length, judged: 0 }), close: () => served.close() };
  },
  unjudged: (pki) => session(pki, 'NORMAL', false),
  normal: (pki) => session(pki, 'NORMAL', true),
  full: (pki) => session(pki, 'FULL', true),
};
async function session(pki: Pki, synchronous: 'NORMAL' | 'FULL', judge: boolean): Promise<Running> {
  const claim = demoClaim({ xisOrigin: 'https://127.0.0.1:1', controlUrl: '', accessLogUrl: '', secret: '', port: 0, jwks: { keys: [pki.signingKey('sut-sender', 'ES256').publicJwk] } });
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-bench-'));
  const opened = await openSession({ claim, clock: realClock(), pki, folder, cases: [], rules: judge ? [...allRules, ...simulatorRules] : [], humans: { instruct: () => {}, question: () => {} }, synchronous, tokenLifetimeSeconds: 3600 });
  const count = opened.database.prepare("SELECT count(*) AS kept, sum(judged) AS judged FROM entries WHERE kind = 'exchange' AND json_extract(head, '$.endpoint') = 'notification' AND length(request) > 0 AND length(response) > 0");
  return {
    origin: opened.origin,
    settled: async () => {
      await opened.judged();
      if (opened.harnessErrors.length > 0) throw new Error(opened.harnessErrors[0]);
    },
    count: () => {
      const { kept, judged } = count.get() as { kept: number; judged: number | null };
      return { kept, judged: judge ? judged ?? 0 : 0 };
    },
    close: async () => { await opened.close(); rmSync(folder, { recursive: true, force: true }); },
  };
}

const running = await servers[process.argv[2] as ServerKind](await openPki({ now: Date.now() }));
console.log(JSON.stringify({ origin: running.origin }));
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  void running.settled().then(() => { console.log(JSON.stringify(line === 'count' ? running.count() : null)); }, (error: unknown) => { console.error(error); process.exit(1); });
});
lines.on('close', () => { void running.close().then(() => process.exit(0)); });
