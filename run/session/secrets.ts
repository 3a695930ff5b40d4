import { readFileSync } from 'node:fs';
import type { TriggerConfig } from '../../model/claim.ts';

/** Secret of a webhook, from the claim or its file; null for another trigger or without one. Read when it is used, never kept. */
export function secretOf(trigger: TriggerConfig | undefined): string | null {
  if (trigger?.kind !== 'webhook') return null;
  return trigger.secret ?? (trigger.secretFile === undefined ? null : readFileSync(trigger.secretFile, 'utf8').trim());
}
/** The access log of the SUT is read with the secret of its trigger. */
export function secretHeaders(trigger: TriggerConfig | undefined): Record<string, string> {
  const secret = secretOf(trigger);
  return secret === null ? {} : { authorization: `Bearer ${secret}` };
}
