import { testPurposes } from '../../catalogue/purposes/index.ts';
import type { Pki } from '../../fixtures/pki/index.ts';
import type { Clock } from '../../model/clock.ts';
import { renderSummary, writeReports } from '../../reports/index.ts';
import { allRules, simulatorRules } from '../../rules/index.ts';
import { testCases } from '../../run/cases/index.ts';
import { demoClaim } from '../../run/demo/demo-claim.ts';
import type { XisProcess } from '../../run/demo/reference-xis-process.ts';
import { newRun } from '../../run/execute/folders.ts';
import { runScenarios } from '../../run/execute/scenarios.ts';
import { buildResult } from '../../run/result/build.ts';
import { openSession, type Session } from '../../run/session/session.ts';
import { progressLine, type Lang } from '../progress.ts';
import { writingTo } from '../system-error.ts';
import { version } from '../version.ts';

export interface DemoRun {
  readonly lang: Lang; readonly runs: string; readonly out: (line: string) => void;
  readonly clock: Clock; readonly pki: Pki;
  /** Port of our simulators, which the XIS knows already. */
  readonly port: number;
  /** Bearer secret of the XIS's webhook and access log. */
  readonly secret: string;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly xis: XisProcess;
}

/** Tests the reference XIS that runs beside us, with a scripted tester for what a person would do, and writes the report. Returns the exit code. */
export async function testTheXis({ lang, runs, out, clock, pki, port, secret, started, xis }: DemoRun): Promise<number> {
  const { folder, note } = await writingTo(runs, lang, () => newRun(runs, 'demo', started));
  const claim = demoClaim({ xisOrigin: xis.origin, controlUrl: xis.controlUrl, accessLogUrl: xis.accessLogUrl, jwks: xis.jwks, secret, port });
  const rules = [...allRules, ...simulatorRules];
  const session: Session = await openSession({
    claim, clock, pki, folder, cases: testCases, rules,
    humans: {
      instruct: () => {},
      // The scripted tester: it says so in the report.
      question: (question) => {
        session.journal.addAttestation({ kind: 'attestation', at: clock.now(), question: question.question, answer: question.question === 'ZAB-028' ? 'not-applicable' : 'yes', by: 'scripted tester (demo)', note: '', case: question.case });
      },
    },
    progress: (event) => { const line = progressLine(event, lang); if (line !== null) out(line); },
  });
  try {
    await runScenarios(session);
    // It has answered all that it will be asked; it stops while the report is made.
    const stopped = xis.stop();
    const journal = session.journal.entries();
    const result = buildResult({
      session, journal, rules, purposes: testPurposes, id: note.id, startedAt: started, continuations: 0, configuration: [], witnessedBy: null, virtualTime: false, version, packagesOptional: true,
    });
    const paths = await writeReports(result, folder, lang, journal);
    out('');
    out(renderSummary(result, lang));
    out(lang === 'nl' ? `Rapport: ${paths.html}` : `Report: ${paths.html}`);
    await stopped;
    return result.summary.exitCode;
  } finally { await session.close(); }
}
