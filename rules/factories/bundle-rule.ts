import type { Exchange } from '../../model/exchange.ts';
import type { MessageRule, RuleContext, RuleOutcome } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';
import { jsonOf, type Json } from '../message/body.ts';
import { ending, notApplicable, notTested } from '../message/outcome.ts';
import { success } from '../message/select.ts';
import { isReadable, unread } from '../message/unread.ts';
import { searches, type Subject } from './subject.ts';

export interface About { readonly id: string; readonly title: Text; readonly requirements: readonly string[] }

/** A rule about the Bundle that answers a search; what is no Bundle is BGZ-R-02's. */
export function bundleRule(about: About, subject: Subject, judge: (bundle: Json, exchange: Exchange, context: RuleContext) => readonly RuleOutcome[]): MessageRule {
  return {
    ...about, id: `${subject.prefix}${about.id}`, scope: 'message', part: 'response', needs: ['json-body'], selects: searches(subject),
    judge: (exchange, context) => {
      if (!isReadable(exchange)) return [notTested(unread(exchange))];
      if (!success(exchange)) return [notApplicable(`no result: ${ending(exchange)}`)];
      const bundle = jsonOf(exchange, 'response');
      return bundle?.resourceType === 'Bundle' ? judge(bundle, exchange, context) : [notApplicable('the answer is no Bundle')];
    },
  };
}
