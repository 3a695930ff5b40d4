import type { Endpoint, Exchange, JournalEntry } from '../../model/exchange.ts';
import type { StimulusName } from '../../model/stimulus.ts';

const isOf = (role: string | readonly string[], exchange: Exchange): boolean => (typeof role === 'string' ? role === exchange.role : role.includes(exchange.role));
/** The SUT called us at this kind of endpoint. */
export function sutCalls(exchange: Exchange, role: string | readonly string[], ...endpoints: readonly Endpoint[]): boolean {
  return exchange.side === 'simulator' && endpoints.includes(exchange.endpoint) && isOf(role, exchange);
}
/** We called the SUT at this kind of endpoint. */
export function weCall(exchange: Exchange, role: string | readonly string[], ...endpoints: readonly Endpoint[]): boolean {
  return exchange.side === 'probe' && endpoints.includes(exchange.endpoint) && isOf(role, exchange);
}
/** Name of what is wrong with the stimulus, or null for a valid one. */
export function spoiled(exchange: Exchange): StimulusName | null { return exchange.stimulus.valid ? null : exchange.stimulus.name; }
export function isSpoiled(exchange: Exchange, names: readonly StimulusName[]): boolean {
  return !exchange.stimulus.valid && names.includes(exchange.stimulus.name);
}
/** Exchanges of a trace in journal order. */
export function exchangesOf(trace: readonly JournalEntry[]): readonly Exchange[] {
  return trace.filter((entry): entry is Exchange => entry.kind === 'exchange').toSorted((one, other) => one.seq - other.seq);
}
export const both = ['twiin-sender', 'twiin-receiver'] as const;
export function success(exchange: Exchange): boolean { const status = exchange.response?.status ?? 0; return status >= 200 && status < 300; }
export function refused(exchange: Exchange): boolean { const status = exchange.response?.status ?? 0; return status >= 400 && status < 500; }
