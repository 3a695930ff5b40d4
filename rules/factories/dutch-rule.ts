import type { FindingCode } from '../../fhir/finding-codes.ts';
import type { FhirJudgement, SeenInFhir } from '../../model/fhir-judgement.ts';
import type { MessageRule, RuleOutcome } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';
import { dataIn } from '../message/answers.ts';
import { judgementOf } from '../message/fhir.ts';
import { ending, notApplicable, notTested, pass, violation } from '../message/outcome.ts';
import { success } from '../message/select.ts';
import { isReadable, unread } from '../message/unread.ts';
import type { About } from './bundle-rule.ts';
import type { Subject } from './subject.ts';

/** Findings of one kind in one answer; more would only repeat. */
export const enough = 10;

/**
 * A rule about what the Dutch checks of `fhir/dutch` find in the resources of an answer, of a search as well as of a read.
 * @param code what breaks the requirement
 * @param on elements, or resources by their type, that must be there for the rule to say anything
 */
export function dutchRule(
  about: About & { readonly next: Text }, subject: Subject, code: FindingCode, on: keyof FhirJudgement['looked'] | ((resourceType: unknown) => boolean),
): MessageRule {
  const { id, title, requirements, next } = about;
  return {
    id: `${subject.prefix}${id}`, title, requirements, scope: 'message', part: 'response', selects: subject.answers,
    judge: (exchange, context): readonly RuleOutcome[] => {
      if (!isReadable(exchange)) return [notTested(unread(exchange))];
      if (!success(exchange)) return [notApplicable(`no result: ${ending(exchange)}`)];
      const held = dataIn(exchange).filter(({ resource }) => typeof on === 'string' || on(resource.resourceType));
      const judgement = held.length === 0 ? null : judgementOf(exchange, 'response', context);
      const count = judgement === null ? 0 : typeof on === 'string' ? judgement.looked[on] : held.length;
      if (judgement === null || count === 0) return [notApplicable('nothing in the answer that this is about')];
      const broken = judgement.dutch.filter((seen) => seen.code === code && held.some(({ path }) => isIn(seen, path)));
      if (broken.length === 0) return [pass(`${count} × ${typeof on === 'string' ? on : 'resource'}`, exchange)];
      return broken.slice(0, enough).map((seen) => violation({ exchange, part: 'response', path: seen.expression, position: seen.position }, seen.expected, seen.actual, next));
    },
  };
}
function isIn({ expression }: SeenInFhir, path: string): boolean { return expression === path || expression.startsWith(`${path}.`); }
