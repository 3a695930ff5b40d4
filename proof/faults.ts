import type { ArmedFault } from '../model/fault.ts';
import type { Exchange, JournalEntry } from '../model/exchange.ts';
import { jsonOf, textOf } from '../run/engine/body.ts';

/** What must be seen of the reference XIS under one fault, and what notices a system that takes it wrongly. */
export interface FaultProof {
  readonly fault: string;
  /** Test cases that run, in order; the fault meets the first message that it fits. */
  readonly cases: readonly string[];
  readonly where?: ArmedFault['where'];
  /** The test case itself arms the fault, for as long as it lasts. */
  readonly byCase?: true;
  /** The behaviour expected, looked for in the journal: null, or what is missing. `met` are the messages that the fault met. */
  readonly sees: (entries: readonly JournalEntry[], met: readonly Exchange[]) => string | null;
  /** Role under which the requirement of the fault is judged in these cases; null: no claim of this version selects it, so the behaviour is seen and not judged. */
  readonly judgedAs: 'twiin-sender' | 'twiin-receiver' | 'zorgab-client' | null;
  /** A seeded defect that the requirement of the fault notices in these cases under this fault. */
  readonly noticed: string | null;
}
const sut = (entries: readonly JournalEntry[], endpoint: string): readonly Exchange[] =>
  entries.filter((one): one is Exchange => one.kind === 'exchange' && one.side === 'simulator' && one.role !== 'simulator' && one.endpoint === endpoint);
const sends = (entries: readonly JournalEntry[]) => entries.flatMap((one) => (one.kind === 'trigger' && one.action === 'send' ? [one] : []));
const pulls = (entries: readonly JournalEntry[]) => entries.flatMap((one) => (one.kind === 'trigger' && one.action === 'pull' ? [one] : []));

/** The one who pressed the button hears that it failed, and nothing is sent again unasked. */
const tells = (words: RegExp) => (entries: readonly JournalEntry[], met: readonly Exchange[]): string | null => {
  const [first, second] = sends(entries);
  if (first?.outcome !== 'failed' || !words.test(first.message)) return `the user hears "${first?.outcome}: ${first?.message}"`;
  if (second?.outcome !== 'done') return `sending again ends with "${second?.outcome}: ${second?.message}"`;
  const same = sut(entries, met[0]!.endpoint).filter((one) => one.request.target === met[0]!.request.target && one.seq > met[0]!.seq && one.case?.id === met[0]!.case?.id);
  return same.length === 0 ? null : `${same.length} repetitions before anybody asked for one`;
};
/** The answer counts although it is odd: nothing failed, and nothing is sent twice for it. */
const takes = (entries: readonly JournalEntry[], met: readonly Exchange[]): string | null => {
  const [first] = sends(entries);
  if (first?.outcome !== 'done') return `the user hears "${first?.outcome}: ${first?.message}"`;
  const identifiers = sut(entries, 'notification').filter((one) => one.request.method === 'POST').map((one) => jsonOf(textOf(one.request.body))?.identifier?.[0]?.value as unknown);
  return new Set(identifiers).size === identifiers.length && met.length > 0 ? null : 'a notification was sent twice';
};
const waits = (ms: number) => (entries: readonly JournalEntry[], met: readonly Exchange[]): string | null => {
  const next = entries.find((one): one is Exchange => one.kind === 'exchange' && one.seq > met[0]!.seq);
  const waited = (next?.startedAt ?? 0) - met[0]!.startedAt;
  return waited >= ms ? takes(entries, met) : `the next message came after ${waited} ms`;
};
const pulled = (words: RegExp) => (entries: readonly JournalEntry[]): string | null => {
  const [first] = pulls(entries);
  return first?.outcome === 'done' && words.test(first.message) ? null : `the user hears "${first?.outcome}: ${first?.message}"`;
};
const nextPage = (entries: readonly JournalEntry[], met: readonly Exchange[]): string | null => {
  const bundle = jsonOf(textOf(met[0]!.response!.body));
  const next = bundle?.link?.find((link: any) => link.relation === 'next')?.url as string | undefined;
  return sut(entries, 'resource').some((one) => one.request.url === next) ? null : `the next page ${next} was not fetched`;
};
const nothingLeaves = (entries: readonly JournalEntry[], met: readonly Exchange[]): string | null => {
  const left = [...sut(entries, 'notification'), ...sut(entries, 'token')].filter((one) => one.case?.id === met[0]!.case?.id);
  return left.length > 0 ? `${left.length} messages left` : sends(entries)[0]?.outcome === 'failed' ? null : 'the user does not hear it';
};

/** Two sends and a renewal: the first meets the fault, the others show that the system goes on as if nothing had been. */
const twice = ['TS-01', 'TS-06'];
const sender = { cases: twice, judgedAs: 'twiin-sender' } as const;
const receiver = { cases: ['TO-01'], judgedAs: 'twiin-receiver' } as const;
const atNotification = { ...sender, where: { endpoint: 'notification' }, noticed: 'notify-identifier-reused' } as const;

/** One for each fault that can be armed; a test compares this list with the faults. */
export const faultProofs: readonly FaultProof[] = [
  { fault: 'slow-answer', ...atNotification, sees: waits(8_000) },
  { fault: 'no-answer', ...atNotification, sees: tells(/no answer within 30 seconds/) },
  { fault: 'reset-before-answer', ...atNotification, sees: tells(/socket hang up|ECONNRESET/) },
  { fault: 'cut-in-body', ...atNotification, sees: tells(/aborted/) },
  { fault: 'drip', ...atNotification, sees: waits(1_800) },
  { fault: 'not-json', ...sender, sees: tells(/answered 502/), noticed: 'notify-identifier-reused' },
  { fault: 'garbage-token-answer', ...sender, where: { organisation: '90000022' }, sees: tells(/gave no token/), noticed: 'notify-identifier-reused' },
  { fault: 'notification-401', ...sender, sees: tells(/answered 401/), noticed: 'calls-without-token' },
  { fault: 'notification-403', ...sender, sees: tells(/answered 403/), noticed: 'calls-without-token' },
  { fault: 'notification-422', ...sender, sees: tells(/answered 422/), noticed: 'renew-by-put' },
  { fault: 'notification-503', ...sender, sees: tells(/answered 503/), noticed: 'notify-identifier-reused' },
  { fault: 'notification-429', ...sender, sees: tells(/answered 429/), noticed: 'notify-identifier-reused' },
  { fault: 'created-without-location', ...sender, sees: takes, noticed: 'notify-identifier-reused' },
  { fault: 'token-without-expiry', ...sender, where: { organisation: '90000022' }, sees: takes, noticed: 'token-after-first-call' },
  { fault: 'empty-searchset', ...receiver, sees: pulled(/8 of 8/), noticed: 'query-without-parameters' },
  { fault: 'one-query-404', ...receiver, sees: pulled(/7 of 8/), noticed: 'query-by-post' },
  // BGZ-R-26 belongs to role bgz-consulter, which no claim of this version has.
  { fault: 'two-page-answer', cases: ['TO-01'], sees: nextPage, judgedAs: null, noticed: null },
  { fault: 'zorg-ab-429', cases: twice, sees: tells(/answered 429/), judgedAs: 'zorgab-client', noticed: 'zab-repeats-after-429' },
  { fault: 'zorg-ab-no-hits', cases: twice, sees: nothingLeaves, judgedAs: 'zorgab-client', noticed: 'zab-prefers-inactive' },
  { fault: 'zorg-ab-only-inactive', cases: twice, sees: nothingLeaves, judgedAs: 'zorgab-client', noticed: 'zab-prefers-inactive' },
  { fault: 'zorg-ab-zoneless', cases: ['TA-05'], byCase: true, sees: takes, judgedAs: 'zorgab-client', noticed: 'zab-strict-timestamps' },
  { fault: 'zorg-ab-without-total', cases: twice, sees: takes, judgedAs: 'zorgab-client', noticed: 'zab-prefers-inactive' },
];
