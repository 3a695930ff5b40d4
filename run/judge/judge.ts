import { createHash } from 'node:crypto';
import { milder } from '../../catalogue/severity.ts';
import type { Exchange, JournalEntry } from '../../model/exchange.ts';
import type { Requirement, Severity } from '../../model/requirement.ts';
import type { Finding } from '../../model/result.ts';
import type { Role } from '../../model/roles.ts';
import type { Rule, RuleContext, RuleOutcome } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';

/** A pass that can serve as evidence for a test purpose. */
export interface Passed {
  readonly rule: string;
  readonly requirements: readonly string[];
  readonly role: Role;
  readonly exchange: string;
  readonly stimulus: string | null;
  readonly seen: string;
  readonly case: { readonly id: string; readonly attempt: number } | null;
}
/** A rule that looked and could not judge. */
export interface Unjudged {
  readonly rule: string; readonly requirements: readonly string[]; readonly role: Role; readonly kind: 'not-applicable' | 'not-tested';
  readonly why: Text; readonly stimulus: string | null; readonly lacks?: 'package';
}
export interface Judgement { readonly findings: Finding[]; readonly passed: Passed[]; readonly unjudged: Unjudged[] }

export interface JudgeSettings {
  readonly rules: readonly Rule[];
  readonly requirement: (id: string) => Requirement | undefined;
  readonly severity: (requirement: Requirement) => Severity;
  readonly now: () => number;
}

/** Applies the message and exchange rules to one complete exchange. */
export function judgeExchange(settings: JudgeSettings, exchange: Exchange, context: RuleContext): Judgement {
  const judgement: Judgement = { findings: [], passed: [], unjudged: [] };
  for (const rule of settings.rules) {
    if (rule.scope === 'trace' || !rule.selects(exchange)) continue;
    const outcomes = rule.judge(exchange, context);
    collect(settings, judgement, rule, outcomes, { role: exchange.role, entries: [exchange], case: exchange.case });
  }
  return judgement;
}

/** Applies the trace rules of one span to a slice of the journal. */
export function judgeTrace(
  settings: JudgeSettings, span: 'case' | 'run', trace: readonly JournalEntry[], context: RuleContext,
  about: { readonly role: Role; readonly case: Finding['case'] },
): Judgement {
  const judgement: Judgement = { findings: [], passed: [], unjudged: [] };
  for (const rule of settings.rules) {
    if (rule.scope !== 'trace' || rule.span !== span) continue;
    collect(settings, judgement, rule, rule.judge(trace, context), { role: about.role, entries: trace, case: about.case });
  }
  return judgement;
}

function collect(
  settings: JudgeSettings, judgement: Judgement, rule: Rule, outcomes: readonly RuleOutcome[],
  about: { readonly role: Role; readonly entries: readonly JournalEntry[]; readonly case: Finding['case'] },
): void {
  const find = (id: string | undefined): JournalEntry | undefined => about.entries.find((entry) => entry.id === id);
  for (const outcome of outcomes) {
    const requirements = outcome.requirements ?? rule.requirements;
    if (outcome.kind === 'violation') {
      const entry = find(outcome.place.exchange) ?? about.entries[0];
      for (const id of requirements) {
        const requirement = settings.requirement(id);
        if (requirement === undefined) throw new Error(`Rule ${rule.id} names requirement ${id}, which the catalogue does not hold`);
        judgement.findings.push(findingOf(settings, rule, outcome, requirement, about, entry));
      }
      continue;
    }
    const entry = find('exchange' in outcome ? outcome.exchange : undefined) ?? (about.entries.length === 1 ? about.entries[0] : undefined);
    const stimulus = entry?.kind === 'exchange' && !entry.stimulus.valid ? entry.stimulus.name : null;
    if (outcome.kind === 'pass') {
      judgement.passed.push({
        rule: rule.id, requirements, role: about.role, exchange: entry?.id ?? '', stimulus, seen: outcome.seen, case: about.case,
      });
      continue;
    }
    const why = typeof outcome.why === 'string' ? { nl: outcome.why, en: outcome.why } : outcome.why;
    const lacks = outcome.kind === 'not-tested' ? outcome.lacks : undefined;
    judgement.unjudged.push({ rule: rule.id, requirements, role: about.role, kind: outcome.kind, why, stimulus, ...(lacks !== undefined && { lacks }) });
  }
}

function findingOf(
  settings: JudgeSettings, rule: Rule, outcome: Extract<RuleOutcome, { kind: 'violation' }>, requirement: Requirement,
  about: { readonly role: Role; readonly case: Finding['case'] }, entry: JournalEntry | undefined,
): Finding {
  const withheld = entry?.kind === 'exchange' && entry.withheld !== undefined;
  const actual = withheld ? outcome.actual.replace(/\d{9}/g, '#########') : outcome.actual;
  const byTable = settings.severity(requirement);
  const severity = outcome.atMost === undefined ? byTable : milder(byTable, outcome.atMost);
  const id = createHash('sha256').update([rule.id, requirement.id, outcome.place.exchange, outcome.place.path, actual].join('\0')).digest('hex').slice(0, 12);
  return {
    id: `f-${id}`, rule: rule.id, requirement: requirement.id, role: about.role, severity,
    safety: requirement.safety && outcome.harm !== undefined, harm: outcome.harm, title: rule.title, place: outcome.place,
    expected: outcome.expected, actual, next: outcome.next,
    exchanges: outcome.place.exchange === '' ? [] : [outcome.place.exchange], case: about.case, at: settings.now(),
    // A violation of a well-founded rule is seen in the product's own message; the rest stays open.
    cause: severity === 'fail' ? 'product' : 'undetermined',
  };
}
