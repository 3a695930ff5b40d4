import type { Exchange } from '../../model/exchange.ts';
import type { MessageRule, RuleContext, RuleOutcome } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';
import type { Json } from '../message/body.ts';
import { notApplicable } from '../message/outcome.ts';
import { sutCalls } from '../message/select.ts';
import { taskOf } from '../message/task.ts';

/** A rule about the body of a notification that the SUT sends; what is no Task is NTF-02's. */
export function taskRule(
  about: { readonly id: string; readonly title: Text; readonly requirements: readonly string[] },
  judge: (task: Json, exchange: Exchange, context: RuleContext) => readonly RuleOutcome[],
  methods: readonly string[] = ['POST', 'PUT'],
): MessageRule {
  return {
    ...about, scope: 'message', part: 'request', needs: ['json-body'],
    selects: (exchange) => sutCalls(exchange, 'twiin-sender', 'notification') && methods.includes(exchange.request.method),
    judge: (exchange, context) => {
      const task = taskOf(exchange);
      return task === null ? [notApplicable('the body is no Task')] : judge(task, exchange, context);
    },
  };
}
