import type { Exchange } from '../../model/exchange.ts';
import type { RuleContext } from '../../model/rule.ts';
import { stringOf } from './body.ts';
import { grantClaims } from './jwt.ts';
import { organisationOf, patientOnTask, taskOf } from './task.ts';

/** BSN that a notification or token request of a sender names itself, or null. */
function patientNamed(exchange: Exchange): string | null {
  if (exchange.endpoint === 'token') return stringOf(grantClaims(exchange)?.patient);
  const task = taskOf(exchange);
  return task === null ? null : patientOnTask(task);
}
/**
 * True when a message of a sender is about another patient than that of the case, and went to another organisation than its
 * addressee: nothing ties it to the case but the time at which it came. A system that is in use sends other referrals too.
 */
export function isOfAnotherCase(exchange: Exchange, { persona, addressee }: RuleContext): boolean {
  const named = patientNamed(exchange);
  return addressee !== null && exchange.organisation !== addressee && persona !== null && named !== null && named !== persona.patient.bsn;
}
/** True when a person carries out what the case asks of the sender: patient and receiver are then that person's choice. */
export function isSentByHand({ claim }: RuleContext): boolean { return claim.ixit.triggers['twiin-sender']?.kind === 'manual'; }
/** True when the organisation where a notification came in is the one that it names as owner: the message went where it says. */
export function wentToItsOwner(exchange: Exchange): boolean {
  const owner = organisationOf(taskOf(exchange)?.owner);
  return owner.kind === 'ura' && owner.ura === exchange.organisation;
}
