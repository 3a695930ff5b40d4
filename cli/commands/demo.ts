import { randomBytes } from 'node:crypto';
import { openPki } from '../../fixtures/pki/index.ts';
import { testPurposes } from '../../catalogue/purposes/index.ts';
import { allRules, simulatorRules } from '../../rules/index.ts';
import { renderSummary, writeReports } from '../../reports/index.ts';
import { realClock } from '../../run/clock/real-clock.ts';
import { testCases } from '../../run/cases/index.ts';
import { baseJudge } from '../../run/judge/fhir-judge.ts';
import { demoClaim } from '../../run/demo/demo-claim.ts';
import { freePort } from '../../run/demo/free-port.ts';
import { startXisProcess } from '../../run/demo/reference-xis-process.ts';
import { xisConfiguration } from '../../run/demo/xis-configuration.ts';
import { newRun } from '../../run/execute/folders.ts';
import { runScenarios } from '../../run/execute/scenarios.ts';
import { buildResult } from '../../run/result/build.ts';
import { openSession, type Session } from '../../run/session/session.ts';
import { progressLine, type Lang } from '../progress.ts';
import { version } from '../version.ts';

export interface DemoOptions { readonly lang: Lang; readonly runs: string; readonly out: (line: string) => void; readonly defects?: readonly string[] }

/** `toetssteen demo`: simulators up, the reference XIS tested as sender and receiver, a report. Returns the exit code. */
export async function demo(options: DemoOptions): Promise<number> {
  const { lang, out } = options;
  const say = (nl: string, en: string): void => out(lang === 'nl' ? nl : en);
  const clock = realClock();
  const started = clock.now();
  const pki = await openPki({ now: started });
  const port = await freePort();
  const secret = randomBytes(24).toString('base64url');
  // Loaded while the other process starts; who needs it waits for it.
  baseJudge().catch(() => {});
  const xis = await startXisProcess(xisConfiguration({ pki, now: started, simulators: `https://127.0.0.1:${port}`, secret, tokenLifetimeSeconds: 3, defects: options.defects }));
  try {
    const { folder, note } = newRun(options.runs, 'demo', started);
    say(`Toetssteen ${version}: demo met het ingebouwde referentie-XIS`, `Toetssteen ${version}: demo with the built-in reference XIS`);
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
      const result = buildResult({
        session, rules, purposes: testPurposes, id: note.id, startedAt: started, continuations: 0, configuration: [], witnessedBy: null, virtualTime: false, version, packagesOptional: true,
      });
      const paths = await writeReports(result, folder, lang, session.journal.entries());
      out('');
      out(renderSummary(result, lang));
      say(`Rapport: ${paths.html}`, `Report: ${paths.html}`);
      return result.summary.exitCode;
    } finally { await session.close(); }
  } finally { await xis.stop(); }
}
