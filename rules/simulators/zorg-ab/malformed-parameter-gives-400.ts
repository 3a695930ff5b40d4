import { isOperationOutcome } from '../../message/answers.ts';
import { jsonOf, objects } from '../../message/body.ts';
import { ending, pass, text } from '../../message/outcome.ts';
import { answerRule, identifierAsked, ours } from './select.ts';

/** A syntactically wrong parameter gives 400 with an issue error/invalid (zorg-ab.md 2.4). */
export const malformedParameterGives400 = answerRule(
  { id: 'simulator-zorg-ab-malformed-parameter-gives-400', requirement: 'ZAB-034', title: { nl: 'ZORG-AB weigert een onjuiste parameter met 400', en: 'ZORG-AB refuses a malformed parameter with 400' } },
  (target) => target.type === 'Organization' && identifierAsked(target) === 'malformed',
  (exchange) => {
    const body = jsonOf(exchange, 'response');
    const right = exchange.response?.status === 400 && isOperationOutcome(body) && objects(body?.issue).some((one) => one.severity === 'error' && one.code === 'invalid');
    return right ? pass('400 error/invalid', exchange) : ours(exchange, 'body', text('400 met een issue error/invalid.', '400 with an issue error/invalid.'), ending(exchange));
  },
);
