import type { TraceRule } from '../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../message/outcome.ts';
import { exchangesOf } from '../message/select.ts';
import { isQuestion } from './directory.ts';

/** Milliseconds within which the same question again is "at once". No source gives a number; a person who presses again takes longer. */
const atOnce = 1000;

/** The client backs off when it receives 429 (zorg-ab.md 6; inferred, so a warning at most). Judged is only the same question again at once. */
export const clientBacksOffAfter429: TraceRule = {
  id: 'zorg-ab-client-backs-off-after-429', scope: 'trace', span: 'case', requirements: ['ZAB-039'],
  title: { nl: 'Na een 429 vraagt het systeem niet meteen opnieuw', en: 'After a 429 the system does not ask again at once' },
  judge: (trace) => {
    const asked = exchangesOf(trace).filter(isQuestion);
    const slowed = asked.filter((one) => one.response?.status === 429 && one.endedAt !== null);
    if (slowed.length === 0) return [notApplicable('the address book did not ask to slow down')];
    return slowed.map((one) => {
      const again = asked.find((other) => other.seq > one.seq && other.request.target === one.request.target && other.startedAt >= one.endedAt! && other.startedAt - one.endedAt! < atOnce);
      if (again === undefined) return pass('not asked again at once', one);
      return violation(
        { exchange: again, part: 'request', path: 'request line' }, text('Wachten na een 429, ten minste de tijd van Retry-After.', 'Waiting after a 429, at least the time of Retry-After.'),
        `the same question ${again.startedAt - one.endedAt!} ms after the 429`,
        text('Lees Retry-After en vraag pas daarna opnieuw, telkens met meer tijd ertussen.', 'Read Retry-After and ask again only then, with more time in between each time.'),
      );
    });
  },
};
