import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { testPurposes } from '../../catalogue/purposes/index.ts';
import type { Question } from '../../run/engine/context.ts';
import { allRules, simulatorRules } from '../../rules/index.ts';
import { renderSummary, writeReports } from '../../reports/index.ts';
import { DOUBT } from '../../reports/words.ts';
import { testCases } from '../../run/cases/index.ts';
import { realClock } from '../../run/clock/real-clock.ts';
import { openRunJudge } from '../../run/judge/fhir-judge.ts';
import { openRunControl } from '../../run/control/open-control.ts';
import { latestRun, newRun, writeNote } from '../../run/execute/folders.ts';
import { runScenarios } from '../../run/execute/scenarios.ts';
import { Stopped } from '../../run/engine/waiting.ts';
import { buildResult } from '../../run/result/build.ts';
import { doctor, doctorTools } from '../../run/configuration/doctor.ts';
import { openSession, type Session } from '../../run/session/session.ts';
import { progressLine, type Lang } from '../progress.ts';
import { version } from '../version.ts';
import { checkLines } from '../check-lines.ts';
import { withJournalOf, withRoomFor } from '../journal-trouble.ts';
import { ownPki } from '../own-pki.ts';
import { sameOptions } from '../same-options.ts';
import { writingTo } from '../system-error.ts';
import { typedAnswer } from '../terminal-answers.ts';
import { configured } from './configured.ts';
import { UserError } from '../user-error.ts';

export interface RunOptions { readonly lang: Lang; readonly config: string; readonly runs: string; readonly continue: boolean; readonly witness?: string; readonly out: (line: string) => void }

/** `toetssteen run`: tests the system of the configuration, waits for people where it must, and goes on with `--continue`. */
export async function run(options: RunOptions): Promise<number> {
  const { lang, out } = options;
  const say = (nl: string, en: string): void => out(lang === 'nl' ? nl : en);
  const again = { runs: sameOptions({ runs: options.runs }), all: sameOptions(options) };
  const claim = await configured(options.config, lang, out);
  if (claim === null) return 2;
  const clock = realClock();
  const hosts = claim.ixit.listen.advertised === undefined ? [] : [new URL(claim.ixit.listen.advertised).hostname];
  const pki = await ownPki({ now: clock.now(), hosts }, lang);
  const tools = doctorTools({ pki, clock, trust: claim.ixit.trustAnchors === undefined ? pki.anchors : readFileSync(claim.ixit.trustAnchors, 'utf8') });
  const checks = await doctor(claim, tools).finally(() => tools.close());
  // What the doctor doubts may be the cause of what stays without a verdict: it is told before testing and stands in the report.
  const configuration = checks.map((check) => ({ check: check.title[lang], ok: check.ok !== false, detail: check.ok === 'warning' ? `${DOUBT[lang]}${check.detail[lang]}. ${check.next[lang]}` : check.detail[lang] }));
  for (const line of checkLines(checks.filter((check) => check.ok !== true), lang)) out(line);
  if (configuration.some((check) => !check.ok)) {
    say('Er wordt niet getoetst zolang dit niet klopt.', 'Nothing is tested while this is wrong.');
    return 2;
  }
  const earlier = options.continue ? latestRun(options.runs, 'run') : null;
  if (options.continue && earlier === null) throw new UserError(lang === 'nl' ? `Er is geen eerdere run in ${options.runs} om mee verder te gaan. Geef met --runs de map van die run, of begin zonder --continue.` : `There is no earlier run in ${options.runs} to go on with. Give the folder of that run with --runs, or begin without --continue.`);
  const { folder, note } = earlier ?? await writingTo(options.runs, lang, () => newRun(options.runs, 'run', clock.now()));

  const rules = [...allRules, ...simulatorRules];
  const asked: Question[] = [];
  const fhir = await openRunJudge(claim.packages, { terminologyServer: claim.terminologyServer });
  const open = (): Promise<Session> => openSession({
    claim, clock, pki, folder, cases: testCases, rules, fhir,
    humans: {
      instruct: (instruction) => {
        out(`\n>> ${instruction.who[lang]}: ${instruction.what[lang]}`);
        for (const [name, value] of Object.entries(instruction.values)) out(`   ${name}: ${value}`);
      },
      question: (question) => { asked.push(question); out(`\n?? ${question.question}: ${question.text[lang]}`); say(`   Antwoord hier met ja, nee of nvt en een toelichting, of elders met: toetssteen answer ${question.question} ja${again.runs}`, `   Answer here with yes, no or na and a note, or elsewhere with: toetssteen answer ${question.question} yes${again.runs}`); },
    },
    progress: (event) => { const line = progressLine(event, lang); if (line !== null) out(line); },
  });
  const session = earlier === null ? await open() : await withJournalOf(folder, lang, open);
  if (earlier !== null) { note.continuations += 1; writeNote(folder, note); }
  const control = await openRunControl({ session, folder, run: note.id, notifies: false });
  say(`Run ${note.id}; besturing: ${control.origin} (geheim in ${control.file})`, `Run ${note.id}; control: ${control.origin} (secret in ${control.file})`);
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
  lines?.on('line', (line) => {
    const said = typedAnswer(line, asked, session, { at: clock.now(), by: process.env['USER'] ?? 'tester', lang });
    if (said !== null) out(said);
  });
  // An answer may come from another terminal (`toetssteen answer`): the journal is looked at now and then.
  const look = setInterval(() => session.look(), 1000);
  const interrupt = (): void => session.stop();
  process.once('SIGINT', interrupt);
  try {
    return await withRoomFor(folder, lang, again.all, async () => {
      await runScenarios(session).catch((error: unknown) => { if (!(error instanceof Stopped)) throw error; });
      await session.judged();
      const journal = session.journal.entries();
      const result = buildResult({
        session, journal, rules, purposes: testPurposes, id: note.id, startedAt: note.startedAt, continuations: note.continuations, configuration,
        witnessedBy: options.witness ?? null, virtualTime: false, version,
      });
      const paths = await writeReports(result, folder, lang, journal);
      out('');
      out(renderSummary(result, lang));
      say(`Rapport: ${paths.html}`, `Report: ${paths.html}`);
      if (result.cases.some((one) => one.state === 'waiting')) say(`Er wacht nog iets: ga later verder met \`toetssteen run --continue${again.all}\`.`, `Something still waits: go on later with \`toetssteen run --continue${again.all}\`.`);
      return result.summary.exitCode;
    });
  } finally {
    clearInterval(look);
    process.off('SIGINT', interrupt);
    lines?.close();
    await control.close();
    await session.close();
  }
}
