import type { ExchangeRule } from '../../../model/rule.ts';
import type { StimulusName } from '../../../model/stimulus.ts';
import { ending, noAnswer, notTested, pass, text, violation } from '../../message/outcome.ts';
import { isSpoiled, weCall } from '../../message/select.ts';

/** Which answers are right for which wrong message. */
const right: Readonly<Partial<Record<StimulusName, readonly number[]>>> = {
  'malformed-json': [400], 'task-not-stu3': [400, 422], 'owner-not-served': [422, 403, 404], 'requester-not-token-organisation': [422, 403, 400, 401],
};
/**
 * Invalid FHIR gives 400, a business rule breach 422 (FHIR STU3, create). NTF-38 accepts 403 and 404 for an unknown owner as well,
 * so they pass here too. The OperationOutcome, only a SHOULD in FHIR, is judged once, by NTF-35.
 */
export const invalidNotificationGets400Or422: ExchangeRule = {
  id: 'invalid-notification-gets-400-or-422', scope: 'exchange', requirements: ['TWIIN-NTF-34'],
  title: { nl: 'Een ongeldige aanmelding krijgt 400, een inhoudelijke fout 422', en: 'An invalid notification gets 400, a business rule breach 422' },
  selects: (exchange) => weCall(exchange, 'twiin-receiver', 'notification')
    && isSpoiled(exchange, Object.keys(right) as StimulusName[]),
  judge: (exchange) => {
    if (exchange.response === null) return [notTested(noAnswer)];
    const name = exchange.stimulus.name!;
    const statuses = right[name]!;
    if (statuses.includes(exchange.response.status)) return [pass(`${name}: ${ending(exchange)}`, exchange)];
    const wanted = statuses.join(', ');
    return [violation(
      { exchange, part: 'response', path: 'status' }, text(`Een van: ${wanted}.`, `One of: ${wanted}.`), `${ending(exchange)} on ${name}`,
      text('Weiger wat niet te lezen is met 400 en wat inhoudelijk niet klopt met 422.', 'Refuse what cannot be read with 400 and what breaks a business rule with 422.'),
    )];
  },
};
