import type { MessageRule, RuleOutcome } from '../../../model/rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { noValidator, validityOutcomes } from '../../fhir/outcomes.ts';
import { validityOf } from '../../fhir/validity.ts';
import { judgementOf } from '../../message/fhir.ts';
import { ending, notApplicable, notTested } from '../../message/outcome.ts';
import { success } from '../../message/select.ts';
import { isReadable, unread } from '../../message/unread.ts';

/**
 * Every resource validates against base FHIR STU3 and the profiles it states (bgz-nen7540.md 7): the whole answer, a Bundle with its
 * entries or a resource that was read. A profile of which no package is installed (the BgZ 2.0 profiles are not public) is not tested.
 * What holds no resource at all is BGZ-R-02's.
 */
const make = (subject: Subject): MessageRule => ({
  id: `${subject.prefix}answer-is-valid-fhir`, scope: 'message', part: 'response', requirements: ['BGZ-R-05'], selects: subject.answers,
  title: { nl: 'Het antwoord is geldig volgens FHIR STU3 en de genoemde profielen', en: 'The answer is valid by FHIR STU3 and the profiles that it states' },
  judge: (exchange, context): readonly RuleOutcome[] => {
    if (!isReadable(exchange)) return [notTested(unread(exchange))];
    if (!success(exchange)) return [notApplicable(`no result: ${ending(exchange)}`)];
    const judgement = judgementOf(exchange, 'response', context);
    if (judgement === null || judgement.resource === null) return [notApplicable('the answer holds no resource')];
    const outcomes = validityOutcomes(exchange, 'response', validityOf(judgement), judgement.resource.resourceType);
    // Without a validator the text alone can be wrong, never right.
    return judgement.validation === null ? [...outcomes.filter((one) => one.kind === 'violation'), notTested(noValidator)] : outcomes;
  },
});
export const answerIsValidFhir = make(sut);
export const simulatorAnswerIsValidFhir = make(simulator);
