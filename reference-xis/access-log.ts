import type { Clock } from '../model/clock.ts';
import type { AccessLogEntry } from '../model/trigger.ts';
import type { Behaviour } from './behaviour.ts';

/** Who saw what of which patient (NEN 7513). */
export interface AccessLog {
  write(entry: Omit<AccessLogEntry, 'at'>): void;
  /** Entries at or after this instant, in ms. */
  since(at: number): readonly AccessLogEntry[];
}

const capacity = 20_000;

export function openAccessLog(clock: Clock, behaviour: Behaviour): AccessLog {
  const entries: AccessLogEntry[] = [];
  return {
    write(entry) {
      if (behaviour.defect('access-log-empty')) return;
      if (behaviour.defect('access-log-searches-missing') && entry.action === 'search') return;
      const organisation = behaviour.defect('access-log-without-organisation') ? '' : entry.organisation;
      entries.push({ at: new Date(clock.now()).toISOString(), ...entry, organisation });
      if (entries.length > capacity) entries.shift();
    },
    since: (at) => entries.filter((entry) => Date.parse(entry.at) >= at),
  };
}
