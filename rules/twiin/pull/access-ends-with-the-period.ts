import type { Exchange } from '../../../model/exchange.ts';
import type { TraceRule } from '../../../model/rule.ts';
import type { Text } from '../../../model/text.ts';
import { grantGivesNoAccess } from '../../factories/grant-gives-no-access.ts';
import { child, stringOf } from '../../message/body.ts';
import { notApplicable, notTested, text } from '../../message/outcome.ts';
import { exchangesOf, isSpoiled, sutCalls } from '../../message/select.ts';
import { taskOf } from '../../message/task.ts';

const afterwards = grantGivesNoAccess(
  {
    id: 'access-ends-with-the-period', requirements: ['TWIIN-PUL-18'],
    title: { nl: 'Na het einde van de periode is er geen toegang meer', en: 'After the end of the period there is no access any more' },
  }, ['authorization-base-period-ended'],
);
/**
 * Access ends at restriction.period.end (twiin.md 3.1 and 5.4). An end without a time lasts that whole day, month or year (FHIR STU3,
 * Period.end): asked before that is over, the question shows nothing. Nor does it where the notification holds no authorization base:
 * another open notification about the same patient may rightly open the same data.
 */
export const accessEndsWithThePeriod: TraceRule = {
  ...afterwards,
  judge: (trace, context) => {
    const exchanges = exchangesOf(trace);
    const asked = exchanges.filter((one) => isSpoiled(one, ['authorization-base-period-ended']));
    const withoutBase = context.grants.some((one) => one.kind === 'notification' && one.by === 'sut' && one.authorizationBase === null);
    if (asked.length > 0 && withoutBase) return [notApplicable('without authorization base another open notification may open the same data')];
    const why = tooEarly(asked, endOf(exchanges));
    return why === null ? afterwards.judge(trace, context) : [notTested(why)];
  },
};
function endOf(exchanges: readonly Exchange[]): string | null {
  const sent = exchanges.find((one) => sutCalls(one, 'twiin-sender', 'notification') && one.request.method === 'POST');
  return sent === undefined ? null : stringOf(child(child(taskOf(sent), 'restriction'), 'period')?.end);
}
function tooEarly(asked: readonly Exchange[], end: string | null): Text | null {
  if (end === null) return null;
  const last = lastInstant(end);
  return asked.some((one) => one.startedAt < last) ? text(`De periode loopt tot en met ${end}: zij was nog niet voorbij.`, `The period lasts until and including ${end}: it was not over yet.`) : null;
}
/** The last moment of a FHIR dateTime, milliseconds; of one without a time in the zone where it ends last. Unreadable: long ago. */
function lastInstant(end: string): number {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(end) ?? [];
  if (year === undefined) return Number.isNaN(Date.parse(end)) ? 0 : Date.parse(end);
  const next = day !== undefined ? Date.UTC(Number(year), Number(month) - 1, Number(day) + 1) : month !== undefined ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1);
  return next + 12 * 3_600_000;
}
