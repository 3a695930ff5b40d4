import type { Exchange } from '../../model/exchange.ts';
import type { SeenInFhir } from '../../model/fhir-judgement.ts';
import type { RuleOutcome } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';
import { likelyPackage } from '../../fhir/packages/likely-package.ts';
import type { Part } from '../message/body.ts';
import { notTested, pass, show, text, violation } from '../message/outcome.ts';
import type { Validity } from './validity.ts';

/** Findings in one message; more would only repeat. */
const enough = 10;
const repair = text('Herstel wat hier staat; `toetssteen validate` toont alle bevindingen op één bericht.', 'Mend what stands here; `toetssteen validate` shows all findings on one message.');

/** Outcomes for one message: what is broken, what is doubtful, and then whether all of it could be judged. */
export function validityOutcomes(exchange: Exchange, part: Part, validity: Validity, what: string): readonly RuleOutcome[] {
  const { broken, doubtful, lacking, unjudged, unchecked } = validity;
  const found = [
    ...different(broken).slice(0, enough).map((seen) => finding(exchange, part, seen)),
    ...different(doubtful.map((one) => one.seen)).slice(0, enough).map((seen) => finding(exchange, part, seen, doubtful.find((one) => one.seen === seen)!.atMost)),
  ];
  if (lacking.length > 0) return [...found, { ...notTested(packageMissing(lacking)), lacks: 'package' } as RuleOutcome];
  if (unjudged.length > 0) return [...found, notTested(text(`Niet te beoordelen: ${unjudged[0]!.expected.nl}`, `Cannot be judged: ${unjudged[0]!.expected.en}`))];
  if (broken.length > 0 || doubtful.some((one) => one.atMost === 'warning')) return found;
  return [...found, pass(unchecked === 0 ? what : `${what}; ${unchecked} not checked here (codes of large systems, rules in XPath)`, exchange)];
}
function finding(exchange: Exchange, part: Part, seen: SeenInFhir, atMost?: 'warning' | 'remark'): RuleOutcome {
  return violation({ exchange, part, path: seen.expression, position: seen.position }, seen.expected, show(actualOf(seen)), repair, atMost === undefined ? {} : { atMost });
}
/** What was found, with who asks otherwise. */
function actualOf({ code, actual, profile, invariant, slice }: SeenInFhir): string {
  const asked = [invariant, slice === undefined ? undefined : `slice ${slice}`, profile].filter((one) => one !== undefined).join(', ');
  return `${code}${actual === '' ? '' : `: ${actual}`}${asked === '' ? '' : ` (${asked})`}`;
}
/** The same fault in each of many entries is one finding, at the first. */
function different(seen: readonly SeenInFhir[]): readonly SeenInFhir[] {
  const first = new Map<string, SeenInFhir>();
  for (const one of seen) {
    const key = [one.code, one.profile, one.element ?? one.expression.replace(/\[\d+\]/g, ''), one.slice, one.invariant, one.actual].join('\0');
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
function packageMissing(canonicals: readonly string[]): Text {
  // The profiles of this slice are of STU3.
  const named = [...new Set(canonicals.flatMap((canonical) => likelyPackage('stu3', canonical) ?? []))];
  const probably = (word: string): string => (named.length === 0 ? '' : ` (${word} ${named.join(', ')})`);
  const shown = canonicals.slice(0, 3).map(show).join(', ') + (canonicals.length > 3 ? ', …' : '');
  return text(`Het pakket met ${shown} is niet vastgelegd${probably('vermoedelijk')}: toetssteen packages add, daarna toetssteen packages pin.`, `The package that holds ${shown} is not pinned${probably('probably')}: toetssteen packages add, then toetssteen packages pin.`);
}
/** Said where a run has no validator. */
export const noValidator = text('Deze run heeft geen FHIR-validator.', 'This run has no FHIR validator.');
