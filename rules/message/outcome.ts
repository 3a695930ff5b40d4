import type { Exchange } from '../../model/exchange.ts';
import type { RuleOutcome } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';

export type Violation = Extract<RuleOutcome, { kind: 'violation' }>;
export type Extra = Pick<Violation, 'atMost' | 'harm' | 'requirements'>;

export const text = (nl: string, en: string): Text => ({ nl, en });
export function pass(seen: string, exchange: { readonly id: string }, requirements?: readonly string[]): RuleOutcome {
  return { kind: 'pass', seen, exchange: exchange.id, ...(requirements === undefined ? {} : { requirements }) };
}
export function notApplicable(why: string, requirements?: readonly string[]): RuleOutcome {
  return { kind: 'not-applicable', why, ...(requirements === undefined ? {} : { requirements }) };
}
export function notTested(why: Text, requirements?: readonly string[]): RuleOutcome {
  return { kind: 'not-tested', why, ...(requirements === undefined ? {} : { requirements }) };
}
export function violation(
  where: { readonly exchange: { readonly id: string }; readonly part: Violation['place']['part']; readonly path: string; readonly position?: Violation['place']['position'] | undefined },
  expected: Text, actual: string, next: Text, extra: Extra = {},
): RuleOutcome {
  return { kind: 'violation', place: { exchange: where.exchange.id, part: where.part, path: where.path, ...(where.position !== undefined && { position: where.position }) }, expected, actual, next, ...extra };
}

/** A value for people: short, and never a whole token. */
export function show(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === '') return 'empty';
  const raw = typeof value === 'string' ? value : JSON.stringify(value) ?? String(value);
  const safe = raw.replace(/[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/g, (token) => `${token.slice(0, 8)}…`);
  return safe.length > 160 ? `${safe.slice(0, 160)}…` : safe;
}
/** How an exchange ended, for people. */
export function ending(exchange: Exchange): string {
  return exchange.response === null ? exchange.transport.outcome : `HTTP ${exchange.response.status}`;
}

export const noAnswer = text('Er kwam geen HTTP-antwoord, dus is dit niet te beoordelen.', 'There was no HTTP answer, so this cannot be judged.');
export const tlsNotObserved = text('TLS is hier niet waar te nemen (MSW, of TLS eindigt voor een proxy).', 'TLS cannot be observed here (MSW, or TLS ends at a proxy).');
