import type { Exchange } from '../../../model/exchange.ts';

/**
 * How far the SUT's clock is ahead of ours, in milliseconds, from the Date header of an answer; null when it has none.
 * Date counts whole seconds, so the middle of its second is compared with the middle of the exchange.
 */
export function clockOffset(exchange: Pick<Exchange, 'response' | 'startedAt' | 'endedAt'>): number | null {
  const date = Date.parse(exchange.response?.headers['date'] ?? '');
  if (Number.isNaN(date) || exchange.endedAt === null) return null;
  return date + 500 - (exchange.startedAt + exchange.endedAt) / 2;
}
