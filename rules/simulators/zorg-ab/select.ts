import type { Exchange } from '../../../model/exchange.ts';
import type { MessageRule, RuleOutcome } from '../../../model/rule.ts';
import type { Text } from '../../../model/text.ts';
import { targetOf, type FhirTarget } from '../../message/target.ts';
import { violation } from '../../message/outcome.ts';
import { uraSystem } from '../../message/task.ts';

/** An answer of our own address book: to the SUT, or to our own probe (which the simulator side records too; that copy is left out). */
export function isAnswer(exchange: Exchange): boolean {
  if (exchange.simulator !== 'zorg-ab' || exchange.endpoint !== 'directory' || exchange.response === null || exchange.request.method !== 'GET') return false;
  return exchange.role === 'simulator' ? exchange.side === 'probe' : exchange.side === 'simulator';
}
/** A rule for our own address book about the answers to one kind of question. */
export function answerRule(
  about: { readonly id: string; readonly title: Text; readonly requirement: string }, asks: (target: FhirTarget, exchange: Exchange) => boolean,
  judge: (exchange: Exchange, target: FhirTarget) => RuleOutcome,
): MessageRule {
  return {
    id: about.id, title: about.title, requirements: [about.requirement], scope: 'message', part: 'response',
    selects: (exchange) => isAnswer(exchange) && asks(targetOf(exchange), exchange),
    judge: (exchange) => [judge(exchange, targetOf(exchange))],
  };
}
/** A violation of ours: what to do is always to mend the simulator. */
export function ours(exchange: Exchange, path: string, expected: Text, actual: string): RuleOutcome {
  return violation({ exchange, part: 'response', path }, expected, actual, { nl: 'Herstel de simulator van Toetssteen.', en: 'Mend the simulator of Toetssteen.' });
}
/** The URA, with its leading zeros, that a search is for; null when it is for something else. */
export function uraAsked(target: FhirTarget): string | null {
  const asked = identifierAsked(target);
  return asked === null || asked === 'malformed' || asked.system !== uraSystem ? null : asked.value.padStart(8, '0');
}
/** Value of an `identifier` parameter in the form system|value, or null; `malformed` when it has no such form. */
export function identifierAsked(target: FhirTarget): { readonly system: string; readonly value: string } | 'malformed' | null {
  const given = target.parameters.find(([name]) => name === 'identifier')?.[1];
  if (given === undefined) return null;
  const parts = given.split('|');
  if (parts.length > 2 || parts.at(-1) === '') return 'malformed';
  return parts.length === 2 ? { system: parts[0]!, value: parts[1]! } : { system: '', value: parts[0]! };
}
