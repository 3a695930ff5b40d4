import type { MessageRule, RuleOutcome } from '../../../model/rule.ts';
import { noValidator } from '../../fhir/outcomes.ts';
import { sut } from '../../factories/subject.ts';
import { dataIn } from '../../message/answers.ts';
import { judgementOf } from '../../message/fhir.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { success } from '../../message/select.ts';
import { isReadable, unread } from '../../message/unread.ts';

const empty: ReadonlySet<string> = new Set(['empty-string', 'empty-element']);

/**
 * Missing data is said by an extension, not by an empty text (bgz-nen7540.md 7). Placeholder words and dummy codes, the other half of
 * the requirement, cannot be told from real ones by a rule and are not judged.
 */
export const answerHoldsNoEmptyText: MessageRule = {
  id: 'answer-holds-no-empty-text', scope: 'message', part: 'response', requirements: ['BGZ-R-25'], selects: sut.answers,
  title: { nl: 'Ontbrekende gegevens zijn geen lege tekst', en: 'Missing data is no empty text' },
  judge: (exchange, context): readonly RuleOutcome[] => {
    if (!isReadable(exchange)) return [notTested(unread(exchange))];
    if (!success(exchange)) return [notApplicable(`no result: ${ending(exchange)}`)];
    const judgement = judgementOf(exchange, 'response', context);
    if (judgement === null || dataIn(exchange).length === 0) return [notApplicable('nothing in the answer that this is about')];
    const { document, validation } = judgement;
    const found = [...document, ...validation ?? []].filter((seen) => empty.has(seen.code));
    if (found.length > 0) return found.slice(0, 10).map((seen) => violation(
      { exchange, part: 'response', path: seen.expression, position: seen.position }, text('Een waarde, of data-absent-reason of iso21090-nullFlavor.', 'A value, or data-absent-reason or iso21090-nullFlavor.'), 'empty',
      text('Laat het element weg, of zeg met een extensie waarom het ontbreekt.', 'Leave the element out, or say by extension why it is missing.'),
    ));
    return [validation === null ? notTested(noValidator) : pass('no empty values', exchange)];
  },
};
