import type { Text } from '../../model/text.ts';
import type { CodeToCheck } from './answer.ts';
import type { ServerAnswer } from './server-answer.ts';
import type { TerminologyServer } from './terminology-server.ts';

/** A place in a message where a code was not checkable here: its codings, of which one in the value set is enough. */
export interface PendingCodes { readonly valueSet: string; readonly codes: readonly CodeToCheck[] }
/** `unknown` keeps the finding *not checked*, with the reason. An outage is never anything else. */
export interface ServerChecked<T extends PendingCodes> {
  readonly pending: T;
  readonly answer: 'in' | 'out' | 'unknown';
  /** Why it stays unknown, for people. */
  readonly reason?: Text;
  /** The server did not answer: asking again later may help. */
  readonly outage: boolean;
}

/** The second pass over what could not be checked here, in the order given. Never throws. */
export async function checkWithServer<T extends PendingCodes>(pending: readonly T[], server: TerminologyServer): Promise<readonly ServerChecked<T>[]> {
  return Promise.all(pending.map(async (one) => settle(one, await Promise.all(one.codes.map((code) => server.validateCode(code, one.valueSet))))));
}
function settle<T extends PendingCodes>(pending: T, answers: readonly ServerAnswer[]): ServerChecked<T> {
  if (answers.some((answer) => answer.kind === 'in')) return { pending, answer: 'in', outage: false };
  if (answers.length > 0 && answers.every((answer) => answer.kind === 'out')) return { pending, answer: 'out', outage: false };
  const unsure = answers.filter((answer) => 'text' in answer);
  const first = unsure.find((answer) => answer.kind === 'no-answer') ?? unsure[0];
  return { pending, answer: 'unknown', outage: unsure.some((answer) => answer.kind === 'no-answer'), ...(first !== undefined && { reason: first.text }) };
}
