import type { Claim } from '../../model/claim.ts';
import type { Text } from '../../model/text.ts';

interface Precondition { holds(claim: Claim): boolean; readonly otherwise: Text }
const t = (nl: string, en: string): Text => ({ nl, en });

/** Conditions on the claim under which a test purpose applies; their names stand in the test purposes. */
export const preconditions: Readonly<Record<string, Precondition>> = {
  'workflow-task': { holds: (claim) => claim.ics.options.workflowTask, otherwise: t('De claim kent geen workflow task.', 'The claim has no workflow task.') },
  'authorization-base': { holds: (claim) => claim.ics.options.authorizationBase, otherwise: t('De claim kent geen authorization base.', 'The claim has no authorization base.') },
  cancellation: { holds: (claim) => claim.ics.options.cancellation, otherwise: t('Intrekken is niet geclaimd.', 'Cancellation is not claimed.') },
  renewal: { holds: (claim) => claim.ics.options.renewal, otherwise: t('Vernieuwing is niet geclaimd.', 'Renewal is not claimed.') },
  'zorg-ab-addressing': { holds: (claim) => claim.ics.options.addressing === 'zorg-ab', otherwise: t('Adressering via ZORG-AB is niet geclaimd.', 'Addressing by ZORG-AB is not claimed.') },
  'content-confirmed': { holds: (claim) => claim.ics.options.queryList !== 'own' && claim.ixit.personas.some((one) => one.contentConfirmed), otherwise: t('De inhoud van de dossiers is niet bevestigd.', 'The content of the dossiers is not confirmed.') },
  'duplicates-possible': { holds: (claim) => claim.ics.options.duplicatesPossible, otherwise: t('Volgens de claim kunnen geen twee Tasks met hetzelfde kenmerk bestaan.', 'By the claim no two Tasks with one identifier can exist.') },
  'access-log-available': { holds: (claim) => claim.ixit.endpoints.accessLog !== undefined, otherwise: t('Er is geen adres om het toegangslog te lezen.', 'There is no address to read the access log.') },
};
/** Null when it holds, or when the name says nothing about the claim (then the evidence decides). */
export function preconditionOf(name: string, claim: Claim): Text | null {
  const found = preconditions[name];
  return found === undefined || found.holds(claim) ? null : found.otherwise;
}
