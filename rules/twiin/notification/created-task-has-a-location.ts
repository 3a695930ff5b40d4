import type { ExchangeRule } from '../../../model/rule.ts';
import { ending, noAnswer, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { refused, weCall } from '../../message/select.ts';

/**
 * A created Task is answered 201 with Location (FHIR STU3, create). 202 means that nothing was created yet: NTF-32's, not applicable here.
 * The case that forces duplicates sends one notification twice, and a receiver may know it again: then 200 creates nothing.
 */
export const createdTaskHasALocation: ExchangeRule = {
  id: 'created-task-has-a-location', scope: 'exchange', requirements: ['TWIIN-NTF-33'],
  title: { nl: 'Een aangemaakte Task krijgt 201 en Location', en: 'A created Task gets 201 and Location' },
  selects: (exchange) => weCall(exchange, 'twiin-receiver', 'notification') && exchange.stimulus.valid && exchange.request.method === 'POST',
  judge: (exchange, context) => {
    if (exchange.response === null) return [notTested(noAnswer)];
    const { status, headers } = exchange.response;
    if (status === 202 || refused(exchange) || status >= 500) return [notApplicable(`no Task was created: ${ending(exchange)}`)];
    if (status === 200 && context.facts.caseKind === 'receive-cancel' && context.claim.ics.options.duplicatesPossible) return [notApplicable('the same notification may have been known')];
    const next = text('Antwoord op een create met 201 en Location: [base]/Task/<id>.', 'Answer a create with 201 and Location: [base]/Task/<id>.');
    const expected = text('201 met een Location-header.', '201 with a Location header.');
    if (status !== 201) return [violation({ exchange, part: 'response', path: 'status' }, expected, ending(exchange), next)];
    if ((headers.location ?? '') === '') return [violation({ exchange, part: 'response', path: 'header location' }, expected, 'no Location', next)];
    return [pass('201 with Location', exchange)];
  },
};
