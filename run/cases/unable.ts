import type { TriggerEvent } from '../../model/exchange.ts';
import type { CaseContext } from '../engine/test-case.ts';

/** Ends the case when the SUT says that it cannot do what it was asked; others may have the floor then. */
export function endWhenUnable(c: CaseContext, event: TriggerEvent): void {
  if (event.outcome !== 'cannot') return;
  c.leaveFloor();
  c.inconclusive({ nl: `Het systeem kan deze opdracht niet uitvoeren: ${event.message}`, en: `The system cannot do this: ${event.message}` });
}
