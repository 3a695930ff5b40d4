/** One run of the harness in a process of its own, so that it can be killed: `node proof/harness-process.ts <job.json>`. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { testPurposes } from '../catalogue/purposes/index.ts';
import { openPki } from '../fixtures/pki/index.ts';
import type { Claim } from '../model/claim.ts';
import { testCases } from '../run/cases/index.ts';
import { realClock } from '../run/clock/real-clock.ts';
import { buildResult } from '../run/result/build.ts';
import { openSession } from '../run/session/session.ts';
import { proofRules } from './world.ts';

const job = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as { readonly claim: Claim; readonly folder: string; readonly result: string };
const clock = realClock();
const pki = await openPki({ now: clock.now() });
const session = await openSession({
  claim: job.claim, clock, pki, folder: job.folder, cases: testCases, rules: proofRules,
  humans: {
    instruct: () => {},
    question: (question) => {
      session.journal.addAttestation({ kind: 'attestation', at: clock.now(), question: question.question, answer: 'yes', by: 'scripted tester', note: '', case: question.case });
    },
  },
});
await session.engine.runAll();
const result = buildResult({
  session, rules: proofRules, purposes: testPurposes, id: 'kills', startedAt: clock.now(), continuations: 0, configuration: [], witnessedBy: null, virtualTime: false, version: 'proof', brief: true,
});
writeFileSync(`${job.result}.part`, JSON.stringify(result));
renameSync(`${job.result}.part`, job.result);
await session.close();
process.exit(0);
