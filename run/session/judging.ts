import { loadCatalogue } from '../../catalogue/load.ts';
import { severityOf } from '../../catalogue/severity.ts';
import type { CaseRef, Exchange } from '../../model/exchange.ts';
import type { FhirJudge } from '../../model/fhir-judgement.ts';
import type { Rule, RuleContext } from '../../model/rule.ts';
import type { CaseStore } from '../engine/case-store.ts';
import { errorText } from '../engine/error-text.ts';
import type { TestCase } from '../engine/test-case.ts';
import type { Journal } from '../journal/journal.ts';
import { ruleContext, type ContextSources } from '../judge/context.ts';
import { baseJudge, type RunJudge } from '../judge/fhir-judge.ts';
import { judgeExchange, judgeTrace, type JudgeSettings } from '../judge/judge.ts';
import type { VerdictBook } from '../judge/verdict-book.ts';

export interface JudgingParts {
  readonly sources: Omit<ContextSources, 'fhir'>;
  readonly journal: Pick<Journal, 'entries' | 'unjudged' | 'markJudged'>;
  readonly book: VerdictBook;
  readonly caseStore: Pick<CaseStore, 'load'>;
  /** Default: every rule of the product. */
  readonly rules?: readonly Rule[];
  /** Default: base FHIR. `settle` asks a terminology server about a message before it is judged. */
  readonly fhir?: Pick<RunJudge, 'judge' | 'settle'>;
  /** Errors of our own are kept here: an exchange or case that could not be judged must not look as if all was well. */
  readonly harnessErrors: string[];
  /** Something that waited was judged. */
  changed(): void;
}
/** The judgement of one run: each exchange when it is complete, each case at its end, in the order in which they came. */
export interface Judging {
  readonly settings: JudgeSettings;
  context(ref: CaseRef | null): RuleContext;
  /** At once, or when what judges is loaded, or when a terminology server was asked. */
  exchange(exchange: Exchange): void;
  case(testCase: TestCase, ref: CaseRef): void;
  /** Judges what a process that ended had left. */
  resume(): void;
  /** Everything that came until now is judged. */
  judged(): Promise<void>;
}

/** With test cases all that judges is loaded first; simulators alone load it at the first message, after its answer. */
export async function openJudging(parts: JudgingParts): Promise<Judging> {
  const { journal, book, harnessErrors } = parts;
  const { claim, cases, now } = parts.sources;
  const settle = parts.fhir?.settle;
  let rules = parts.rules ?? [];
  let fhir: FhirJudge | null = parts.fhir?.judge ?? null;
  let ready = false;
  const load = async (): Promise<void> => {
    [fhir, rules] = await Promise.all([fhir ?? baseJudge(), parts.rules ?? everyRule()]);
    ready = true;
  };
  const settings: JudgeSettings = {
    get rules() { return rules; }, requirement: (id) => loadCatalogue().byId.get(id), severity: (requirement) => severityOf(requirement, claim.ics.profiles), now,
  };
  const sources: ContextSources = { ...parts.sources, get fhir() { return fhir!; } };
  if (cases.length > 0) await load();

  /** With a terminology server an exchange is judged when it was asked; everything in the order of arrival. */
  let asking: Promise<void> = Promise.resolve();
  /** Simulators alone answer before that which judges is loaded: reading so many modules would hold up the answer. */
  const waiting: Exchange[] = [];
  let loading: Promise<void> | null = null;

  function soon(exchange: Exchange): void {
    if (!ready) return later(exchange);
    if (settle === undefined) return exchangeNow(exchange);
    asking = asking.then(async () => {
      try {
        const { fhirMessagesOf } = await import('../judge/fhir-messages.ts');
        for (const message of fhirMessagesOf(exchange)) await settle(message);
      } catch (error) { harnessErrors.push(`${exchange.id}: ${errorText(error)}`); }
      exchangeNow(exchange);
    });
  }
  function later(exchange: Exchange): void {
    waiting.push(exchange);
    loading ??= afterTheAnswer().then(load).then(() => {
      for (const one of waiting.splice(0)) soon(one);
      parts.changed();
    }, (error: unknown) => { harnessErrors.push(`The rules could not be loaded: ${error instanceof Error ? error.message : String(error)}`); });
  }
  function exchangeNow(exchange: Exchange): void {
    try {
      book.add(judgeExchange(settings, exchange, ruleContext(sources, exchange.case, exchange)), exchange.seq);
      journal.markJudged(exchange.id);
    } catch (error) { harnessErrors.push(`${exchange.id}: ${errorText(error)}`); }
  }
  function caseNow(testCase: TestCase, ref: CaseRef): void {
    const scope = `case-${ref.id}#${ref.attempt}`;
    try {
      book.forgetTrace(scope);
      book.addTrace(judgeTrace(settings, 'case', journal.entries(ref), ruleContext(sources, ref), { role: testCase.role, case: ref }), scope);
    } catch (error) { harnessErrors.push(`${scope}: ${errorText(error)}`); }
  }
  const caseSoon = (testCase: TestCase, ref: CaseRef): void => { if (settle === undefined) caseNow(testCase, ref); else asking = asking.then(() => caseNow(testCase, ref)); };

  return {
    settings, context: (ref) => ruleContext(sources, ref), exchange: soon, case: caseSoon,
    resume: () => {
      for (const exchange of journal.unjudged()) {
        if (exchange.withheld === undefined) soon(exchange);
        else {
          // What was withheld is nowhere any more: rules would find all that is absent, and blame the product for it.
          harnessErrors.push(`${exchange.id}: withheld (${exchange.withheld.place}), and not judged before the run was interrupted`);
          journal.markJudged(exchange.id);
        }
      }
      // A process that ended between the end of a case and its judgement left it unjudged; judged again it says the same.
      for (const testCase of cases) {
        const { id, state, attempt } = parts.caseStore.load(testCase.id);
        if (state === 'finished' || state === 'error') caseSoon(testCase, { id, attempt });
      }
    },
    judged: async () => {
      await loading;
      for (let seen: Promise<void> | null = null; seen !== asking;) { seen = asking; await seen; }
    },
  };
}

async function everyRule(): Promise<readonly Rule[]> {
  const { allRules, simulatorRules } = await import('../../rules/index.ts');
  return [...allRules, ...simulatorRules];
}
/** What arrived is committed at the end of a turn of the event loop and answered in the next (`journal/commits.ts`). */
const afterTheAnswer = (): Promise<void> => new Promise((resolve) => { setImmediate(() => { setImmediate(resolve); }); });
