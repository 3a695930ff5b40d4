import type { Exchange } from '../../../model/exchange.ts';
import type { MessageRule, RuleOutcome } from '../../../model/rule.ts';
import { sut } from '../../factories/subject.ts';
import { formatAsked, formatGiven, statedType, type Format, type StatedType } from '../../message/content-type.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { success } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';
import { isReadable, unread } from '../../message/unread.ts';

const follows = ['BGZ-R-21', 'BGZ-A-10'];
const states = ['BGZ-R-21', 'BGZ-A-11', 'TWIIN-PUL-11'];
const types = text('application/fhir+json of application/fhir+xml, zoals de body is.', 'application/fhir+json or application/fhir+xml, as the body is.');
const next = text('Kies de representatie naar Accept en zet haar type in Content-Type.', 'Choose the representation by Accept and put its type in Content-Type.');

/**
 * The answer has the format that Accept asks, and its Content-Type says which (bgz-nen7540.md 6; twiin.md 5.2). 406 is honest negotiation:
 * BGZ-R-20 judges whether the format should be there. A type that says the syntax only (application/json) is a warning at most.
 * Twiin leaves the server its default: a system that claims JSON only is not held to Accept there. A Binary may come as what it holds.
 */
export const answerFollowsAccept: MessageRule = {
  id: 'answer-follows-accept', scope: 'message', part: 'response', requirements: ['BGZ-R-21', 'BGZ-A-10', 'BGZ-A-11', 'TWIIN-PUL-11'],
  title: { nl: 'Het antwoord volgt Accept, en Content-Type zegt wat het is', en: 'The answer follows Accept, and Content-Type says what it is' },
  selects: (exchange) => sut.answers(exchange) && !['Binary', null].includes(targetOf(exchange).type),
  judge: (exchange, context): readonly RuleOutcome[] => {
    if (!isReadable(exchange)) return [notTested(unread(exchange))];
    if (!success(exchange) || exchange.response.body.length === 0) return [notApplicable(`no result: ${ending(exchange)}`)];
    const bound = context.claim.ics.options.formats.includes('xml') ? [...follows, 'TWIIN-PUL-11'] : follows;
    return judgeAnswer(exchange, formatAsked(exchange) === 'xml' ? bound : [...follows, 'TWIIN-PUL-11']);
  },
};
function judgeAnswer(exchange: Exchange, following: readonly string[]): readonly RuleOutcome[] {
  const [stated, asked, given] = [statedType(exchange), formatAsked(exchange), formatGiven(exchange)];
  const type = wrongType(exchange, stated, given);
  const isStated = stated.kind === 'absent' ? [] : [pass(stated.type, exchange, ['BGZ-A-11'])];
  if (given === null) return [...isStated, ...type, notApplicable('the body is neither JSON nor a resource in XML', ['BGZ-A-10'])];
  if (asked !== null && asked !== given) {
    return [...isStated, ...type, violation(
      { exchange, part: 'response', path: 'body' }, text(`De gevraagde representatie (${asked.toUpperCase()}), of 406.`, `The representation that was asked (${asked.toUpperCase()}), or 406.`), given.toUpperCase(), next, { requirements: following },
    )];
  }
  const follows = pass(`${given.toUpperCase()}, as asked`, exchange, type.length === 0 ? ['BGZ-R-21', 'BGZ-A-10', 'TWIIN-PUL-11'] : ['BGZ-A-10']);
  return [...isStated, ...type, follows];
}
/** Content-Type against what it must be and what came; a type that says the syntax only is a warning at most. */
function wrongType(exchange: Exchange, stated: StatedType, given: Format | null): readonly RuleOutcome[] {
  const header = { exchange, part: 'response', path: 'header content-type' } as const;
  const requirements = ['BGZ-R-21', 'TWIIN-PUL-11'];
  if (stated.kind === 'absent') return [violation(header, types, 'no Content-Type', next, { requirements: states })];
  if (stated.kind === 'other') return [violation(header, types, stated.type, next, { requirements })];
  if (given !== null && given !== stated.format) return [violation({ ...header, path: 'body' }, types, `${given.toUpperCase()} as ${stated.type}`, next, { requirements })];
  return stated.kind === 'loose' ? [violation(header, types, stated.type, next, { requirements, atMost: 'warning' })] : [];
}
