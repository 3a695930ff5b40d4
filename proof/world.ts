import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testPurposes } from '../catalogue/purposes/index.ts';
import type { Claim } from '../model/claim.ts';
import type { Persona } from '../model/persona.ts';
import type { RunResult } from '../model/result.ts';
import { openPki } from '../fixtures/pki/index.ts';
import { startXis, type XisConfig } from '../reference-xis/start.ts';
import { allRules, simulatorRules } from '../rules/index.ts';
import { testCases } from '../run/cases/index.ts';
import { virtualClock } from '../run/clock/virtual-clock.ts';
import { demoClaim } from '../run/demo/demo-claim.ts';
import { freePort } from '../run/demo/free-port.ts';
import { xisConfiguration } from '../run/demo/xis-configuration.ts';
import type { RunJudge } from '../run/judge/fhir-judge.ts';
import { buildResult } from '../run/result/build.ts';
import { openSession, type Session } from '../run/session/session.ts';
import { armFault } from '../mocks/kernel/armed-faults.ts';
import { defaultTenant } from '../mocks/kernel/kernel.ts';
import { schemaProblems } from './published-schema.ts';

export interface WorldOptions {
  readonly defects?: readonly string[];
  readonly variants?: readonly string[];
  readonly mockDefects?: readonly string[];
  /** Ids of the test cases to run; default all. */
  readonly only?: readonly string[];
  readonly claim?: (claim: Claim) => Claim;
  readonly attest?: 'yes' | 'no' | 'not-applicable';
  readonly withExchanges?: boolean;
  /** Patients of the reference XIS, in place of ours. */
  readonly patients?: readonly Persona[];
  /** Faults of our simulators that are armed before the first case. */
  readonly faults?: readonly Pick<Parameters<typeof armFault>[1], 'id' | 'where' | 'times'>[];
  /** Packages and terminology server; default base FHIR alone. */
  readonly fhir?: RunJudge;
  /** Sees the run before it is closed. */
  readonly look?: (session: Session) => void;
}
export const proofRules = [...allRules, ...simulatorRules];

/** One whole run in virtual time: the reference XIS in this process, the simulators over real mutual TLS on loopback. Its result is as the published schema says. */
export async function runWorld(options: WorldOptions = {}): Promise<RunResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(options);
    } catch (error) {
      // A port that was free a moment ago may be taken by another test; nothing was tested then.
      if (attempt === 3 || !(error instanceof Error) || !error.message.includes('is in use')) throw error;
    }
  }
}
async function runOnce(options: WorldOptions): Promise<RunResult> {
  const pki = await openPki({ now: Date.now() });
  const clock = virtualClock(Date.now());
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-proof-'));
  const secret = 'alleen-op-deze-machine';
  const xis = await startXis({ ...xisConfiguration({
    pki, now: clock.now(), simulators: `https://127.0.0.1:${port}`, secret, tokenLifetimeSeconds: 120, variants: options.variants, defects: options.defects,
  }), ...(options.patients === undefined ? {} : { personas: options.patients }) } as unknown as XisConfig, { clock });
  try {
    const base = demoClaim({ xisOrigin: xis.origin, controlUrl: xis.controlUrl, accessLogUrl: xis.accessLogUrl, jwks: xis.jwks, secret, port }, { windows: { notification: 60_000, pull: 60_000, absence: 5_000, leeway: 300_000 } });
    const claim = options.claim?.(base) ?? base;
    const cases = options.only === undefined ? testCases : testCases.filter((one) => options.only!.includes(one.id));
    const session = await openSession({
      claim, clock, pki, folder, cases, rules: proofRules, mockDefects: options.mockDefects, fhir: options.fhir,
      humans: {
        instruct: () => {},
        question: (question) => {
          session.journal.addAttestation({ kind: 'attestation', at: clock.now(), question: question.question, answer: options.attest ?? 'yes', by: 'scripted tester', note: '', case: question.case });
        },
      },
    });
    try {
      const started = clock.now();
      for (const fault of options.faults ?? []) armFault(session.store, { ...fault, tenant: defaultTenant, armedAt: started });
      await session.engine.runAll();
      await session.judged();
      options.look?.(session);
      const result = buildResult({
        session, rules: proofRules, purposes: testPurposes, id: 'proof', startedAt: started, continuations: 0, configuration: [], witnessedBy: null, virtualTime: true,
        version: 'proof', brief: options.withExchanges !== true,
      });
      const problems = schemaProblems(result);
      if (problems.length > 0) throw new Error(`The result of a run is not as published:\n${problems.join('\n')}`);
      return result;
    } finally { await session.close(); }
  } finally {
    await xis.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
