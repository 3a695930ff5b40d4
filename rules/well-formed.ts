import type { Rule, RuleOutcome } from '../model/rule.ts';
import type { Text } from '../model/text.ts';

/**
 * What each outcome of each rule must have, whatever it says (DESIGN, rule 3): what was given, what was expected, where, and the
 * next step, in both languages. Answers the parts that lack, by name; the builders of the unit tests ask it of all that a rule says.
 */
export function lackingIn(outcome: RuleOutcome, rule: Rule): readonly string[] {
  const lacking: string[] = [];
  const need = (name: string, there: boolean): void => { if (!there) lacking.push(name); };
  const { requirements } = outcome;
  need('requirements', requirements === undefined || (requirements.length > 0 && requirements.every((one) => rule.requirements.includes(one))));
  if (outcome.kind === 'pass') {
    need('seen', isSaid(outcome.seen));
    return lacking;
  }
  if (outcome.kind === 'violation') {
    need('place.exchange', isSaid(outcome.place.exchange));
    need('place.part', ['request', 'response', 'tls', 'connection'].includes(outcome.place.part));
    need('place.path', isSaid(outcome.place.path));
    need('expected', isText(outcome.expected));
    need('actual', isSaid(outcome.actual));
    need('next', isText(outcome.next));
    need('atMost', outcome.atMost === undefined || ['warning', 'remark'].includes(outcome.atMost));
    need('harm', outcome.harm === undefined || isText(outcome.harm));
    return lacking;
  }
  need('why', typeof outcome.why === 'string' ? isSaid(outcome.why) : isText(outcome.why));
  return lacking;
}
/** What a rule must have besides its judgement: answers the parts that lack. */
export function lackingInRule(rule: Rule): readonly string[] {
  const lacking: string[] = [];
  const need = (name: string, there: boolean): void => { if (!there) lacking.push(name); };
  need('id', /^[a-z0-9]+(-[a-z0-9]+)+$/.test(rule.id));
  need('title', isText(rule.title));
  need('requirements', rule.requirements.length > 0);
  need('scope', ['message', 'exchange', 'trace'].includes(rule.scope));
  need('part', rule.scope !== 'message' || ['request', 'response'].includes(rule.part));
  need('span', rule.scope !== 'trace' || ['case', 'run'].includes(rule.span));
  need('needs', rule.needs === undefined || (rule.needs.length > 0 && rule.needs.every((one) => ['tls', 'json-body', 'registered-keys'].includes(one))));
  return lacking;
}
const isSaid = (words: string): boolean => words.trim() !== '';
const isText = (text: Text): boolean => isSaid(text.nl) && isSaid(text.en);
