import type { Exchange, ResponseFacts } from '../../model/exchange.ts';
import type { Text } from '../../model/text.ts';
import { noAnswer, text } from './outcome.ts';

/** Said of an answer of which only a part came: what lacks may be our limit, a time-out or the network as well as the system. */
export const brokenOff = text('Het antwoord brak halverwege af, dus is dit niet te beoordelen.', 'The answer broke off half way, so this cannot be judged.');
const encoded = text('Het antwoord is gecomprimeerd (Content-Encoding) en wordt hier niet gelezen.', 'The answer is compressed (Content-Encoding) and is not read here.');

/**
 * True when an answer of the system under test is here, whole and as it is. The probe keeps what arrived of an answer that broke
 * off, and asks no compression while HTTP lets a server choose one (RFC 9110 12.5.3): neither says that the answer was wrong.
 * A rule that looks for what may not be given reads the part that came; all others ask this first.
 */
export function isReadable(exchange: Exchange): exchange is Exchange & { readonly response: ResponseFacts } {
  return exchange.response !== null && !isBrokenOff(exchange) && /^(|identity)$/i.test((exchange.response.headers['content-encoding'] ?? '').trim());
}
/** Why an answer is not readable. */
export function unread(exchange: Exchange): Text {
  if (exchange.response === null) return noAnswer;
  return isBrokenOff(exchange) ? brokenOff : encoded;
}
/** A part of an answer to the probe. What our own simulators break off is an armed fault, and judged as that. */
export function isBrokenOff(exchange: Exchange): boolean { return exchange.side === 'probe' && exchange.response !== null && exchange.transport.outcome !== 'answered'; }
