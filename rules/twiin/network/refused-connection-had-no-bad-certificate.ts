import type { ConnectionEvent } from '../../../model/exchange.ts';
import type { TraceRule } from '../../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { both, exchangesOf, sutCalls } from '../../message/select.ts';

const reasons: ReadonlySet<string> = new Set(['no-client-certificate', 'unknown-issuer', 'unknown-ca', 'expired', 'not-yet-valid', 'revoked', 'invalid']);
/**
 * A system with a bad client certificate never comes to a request: all that is seen is a refused connection (NET-01).
 * A warning at most, because nothing proves whose connection it was.
 */
export const refusedConnectionHadNoBadCertificate: TraceRule = {
  id: 'refused-connection-had-no-bad-certificate', scope: 'trace', span: 'case', needs: ['tls'], requirements: ['TWIIN-NET-01'],
  title: { nl: 'Er kwam geen verbinding met een onjuist certificaat', en: 'No connection came with a bad certificate' },
  judge: (trace) => {
    const refused = trace.filter((entry): entry is ConnectionEvent => entry.kind === 'connection' && reasons.has(entry.reason));
    if (refused.length > 0) {
      return refused.map((event) => violation(
        { exchange: event, part: 'connection', path: 'client certificate' },
        text('Verbindingen hebben een geldig clientcertificaat.', 'Connections carry a valid client certificate.'),
        `${event.reason}: ${event.detail}`,
        text('Ga na of dit het systeem was, en welk certificaat zijn client gebruikt.', 'Find out whether this was the system, and which certificate its client uses.'),
        { atMost: 'warning' },
      ));
    }
    const call = exchangesOf(trace).find((one) => sutCalls(one, both, 'token', 'notification', 'resource', 'workflow-task') && one.tls !== 'not-observed');
    return [call === undefined ? notApplicable('the system did not connect') : pass('no connection was refused for its certificate', call)];
  },
};
