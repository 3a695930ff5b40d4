import type { Exchange } from '../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../model/rule.ts';
import type { StimulusName } from '../../model/stimulus.ts';
import type { Text } from '../../model/text.ts';
import { givesData, tokenGiven } from '../message/answers.ts';
import { bearerOf } from '../message/headers.ts';
import { ending, noAnswer, notApplicable, notTested, pass, text, violation } from '../message/outcome.ts';
import { exchangesOf, isSpoiled, success, weCall } from '../message/select.ts';
import { brokenOff, isBrokenOff } from '../message/unread.ts';

/**
 * A misused authorization base gives no access to data: refused at the token endpoint, or else at the resource. A token
 * alone is no harm when it opens nothing; whether it does is asked with the same stimulus. Harm is data really given.
 */
export function grantGivesNoAccess(about: { readonly id: string; readonly title: Text; readonly requirements: readonly string[] }, names: readonly StimulusName[], harmless: readonly StimulusName[] = []): TraceRule {
  return {
    ...about, scope: 'trace', span: 'case',
    judge: (trace): readonly RuleOutcome[] => {
      const tried = exchangesOf(trace).filter((one) => isSpoiled(one, names) && weCall(one, 'twiin-sender', 'token', 'resource', 'workflow-task'));
      if (tried.length === 0) return [notApplicable('this was not tried')];
      return tried.map((one) => {
        const name = one.stimulus.name!;
        return one.endpoint === 'token' ? judgeToken(one, tried, name) : judgeData(one, name, harmless.includes(name));
      });
    },
  };
}
const expected = text('Geen token, of een token dat geen gegevens geeft.', 'No token, or a token that gives no data.');
const next = text(
  'Controleer bij elke aanvraag de authorization base: ongewijzigd, van deze organisatie, binnen de periode en niet ingetrokken.',
  'Check the authorization base at each request: unaltered, of this organisation, within the period and not cancelled.',
);
function judgeToken(exchange: Exchange, tried: readonly Exchange[], name: StimulusName): RuleOutcome {
  if (exchange.response === null) return notTested(noAnswer);
  const token = tokenGiven(exchange);
  if (token === null && success(exchange) && isBrokenOff(exchange)) return notTested(brokenOff);
  if (token === null) return pass(`${name}: no token, ${ending(exchange)}`, exchange);
  const used = tried.filter((one) => one.endpoint !== 'token' && one.seq > exchange.seq && bearerOf(one.request.headers) === token);
  if (used.some((one) => one.response !== null) && !used.some(givesData)) return pass(`${name}: the token opens nothing`, exchange);
  if (used.some(givesData)) return notApplicable('judged where the data came');
  return violation({ exchange, part: 'response', path: 'access_token' }, expected, `a token on ${name}`, next);
}
function judgeData(exchange: Exchange, name: StimulusName, harmless: boolean): RuleOutcome {
  if (exchange.response === null) return notTested(noAnswer);
  if (!givesData(exchange) && success(exchange) && isBrokenOff(exchange)) return notTested(brokenOff);
  if (!givesData(exchange)) return pass(`${name}: ${success(exchange) ? 'nothing in it' : ending(exchange)}`, exchange);
  const harm = text(`Er werden gegevens gegeven zonder geldige grondslag (${name}).`, `Data were given without a valid authorization base (${name}).`);
  return violation({ exchange, part: 'response', path: 'body' }, expected, `data on ${name}`, next, harmless ? {} : { harm });
}
