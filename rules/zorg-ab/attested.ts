import type { Attestation } from '../../model/exchange.ts';
import type { TraceRule } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';
import { notApplicable, pass, text, violation } from '../message/outcome.ts';

/** What a person saw and said: no is a violation, not applicable is not applicable; the last answer counts. */
export function attested(id: string, requirement: string, title: Text, next: Text): TraceRule {
  return {
    id, title, scope: 'trace', span: 'case', requirements: [requirement],
    judge: (trace) => {
      const answer = trace.findLast((entry): entry is Attestation => entry.kind === 'attestation' && entry.question === requirement);
      if (answer === undefined) return [notApplicable('nobody was asked')];
      if (answer.answer === 'not-applicable') return [notApplicable(`${answer.by} says that it does not apply`)];
      if (answer.answer === 'yes') return [pass(`seen by ${answer.by}`, answer)];
      return [violation({ exchange: answer, part: 'request', path: 'attestation' }, text('Ja.', 'Yes.'), `no, says ${answer.by}`, next)];
    },
  };
}
