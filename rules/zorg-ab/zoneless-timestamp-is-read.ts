import type { Exchange } from '../../model/exchange.ts';
import type { TraceRule } from '../../model/rule.ts';
import { dataIn } from '../message/answers.ts';
import { child } from '../message/body.ts';
import { notApplicable, pass, text, violation } from '../message/outcome.ts';
import { both, exchangesOf, sutCalls } from '../message/select.ts';
import { isQuestion } from './directory.ts';

/**
 * The client copes with timestamps without a zone in ZORG-AB answers (zorg-ab.md 7; inferred, so a warning at most). Judged only where the
 * case put them there, and where the system did read such an answer: whether it then goes on to the organisation that it found.
 */
export const zonelessTimestampIsRead: TraceRule = {
  id: 'zorg-ab-zoneless-timestamp-is-read', scope: 'trace', span: 'case', requirements: ['ZAB-027'],
  title: { nl: 'Een tijdstip zonder tijdzone houdt niets tegen', en: 'A timestamp without a zone stops nothing' },
  judge: (trace, context) => {
    if (context.facts.zoneless !== true) return [notApplicable('this case shows no timestamps without a zone')];
    const exchanges = exchangesOf(trace);
    const read = exchanges.filter((one) => isQuestion(one) && isZoneless(one));
    if (read.length === 0) return [notApplicable('the system read no answer with such a timestamp')];
    const sent = exchanges.find((one) => one.seq > read[0]!.seq && sutCalls(one, both, 'notification', 'token', 'resource', 'workflow-task'));
    if (sent !== undefined) return [pass('the system went on with what it found', sent)];
    return [violation(
      { exchange: read.at(-1)!, part: 'response', path: 'meta.lastUpdated' }, text('Het systeem gebruikt de gevonden organisatie.', 'The system uses the organisation that it found.'),
      'nothing was sent after an answer with timestamps without a zone',
      text('Lees een tijdstip zonder tijdzone als UTC of sla het over; gooi het antwoord niet weg.', 'Read a timestamp without a zone as UTC or skip it; do not throw the answer away.'),
    )];
  },
};
function isZoneless(exchange: Exchange): boolean {
  return dataIn(exchange).some(({ resource }) => /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(String(child(resource, 'meta')?.lastUpdated)));
}
