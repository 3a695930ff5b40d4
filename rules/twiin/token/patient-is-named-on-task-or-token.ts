import type { Exchange } from '../../../model/exchange.ts';
import type { RuleContext, RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { tokenGiven } from '../../message/answers.ts';
import { stringOf } from '../../message/body.ts';
import { bearerOf } from '../../message/headers.ts';
import { grantClaims } from '../../message/jwt.ts';
import { isOfAnotherCase, isSentByHand } from '../../message/of-the-case.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, sutCalls } from '../../message/select.ts';
import { patientOnTask, taskOf } from '../../message/task.ts';

/**
 * The notification identifies the patient: `for.identifier`, or the `patient` claim of the grant assertion (twiin.md 3.1
 * and 4.3; NTF-05 and AUT-18 are twins, AUT-18 adds that both are equal). Another patient than the one that the case
 * is about is harm: data about somebody else left the house. The claim is read from the request that gave this very token. A token that
 * was kept from another case says nothing here, and which request a call without a bearer belongs to is a guess: neither blames.
 * Nor does a message about somebody else that went elsewhere (not of this case); where a person sends, the patient may be that
 * person's choice: a warning at most.
 */
export const patientIsNamedOnTaskOrToken: TraceRule = {
  id: 'patient-is-named-on-task-or-token', scope: 'trace', span: 'case', requirements: ['TWIIN-AUT-18', 'TWIIN-NTF-05'],
  title: { nl: 'De patiënt staat op de Task of in het token, en is dezelfde', en: 'The patient is on the Task or in the token, and is the same' },
  judge: (trace, context) => {
    const exchanges = exchangesOf(trace);
    const sent = exchanges.filter((one) => sutCalls(one, 'twiin-sender', 'notification') && one.request.method === 'POST' && one.withheld === undefined);
    if (sent.length === 0) return [notApplicable('no notification was sent')];
    return sent.flatMap((one) => judgeOne(one, exchanges, context));
  },
};
function judgeOne(sent: Exchange, exchanges: readonly Exchange[], context: RuleContext): readonly RuleOutcome[] {
  const task = taskOf(sent);
  if (task === null) return [notApplicable('the body is no Task')];
  if (isOfAnotherCase(sent, context)) return [notApplicable('about another patient, at another organisation: not of this case')];
  const onTask = patientOnTask(task);
  const token = patientInToken(sent, exchanges, context);
  const inToken = token.patient;
  const next = text('Zet de BSN in Task.for.identifier, of in de claim patient van de grant assertion, en op beide plaatsen dezelfde.', 'Put the BSN in Task.for.identifier, or in claim patient of the grant assertion, and the same in both places.');
  const where = { exchange: sent, part: 'request', path: 'Task.for.identifier' } as const;
  if (onTask === null && inToken === null && token.kept) return [notApplicable('the token was given before this case, so what its request said is not known')];
  if (onTask === null && inToken === null) {
    return [violation(where, text('De patiënt staat op de Task of in het token.', 'The patient is on the Task or in the token.'), 'neither', next)];
  }
  if (onTask !== null && inToken !== null && onTask !== inToken && token.sure) {
    const harm = text('Aanmelding en token noemen twee verschillende patiënten.', 'Notification and token name two different patients.');
    return [violation(where, text('Op beide plaatsen dezelfde patiënt.', 'The same patient in both places.'), 'two different BSNs', next, { harm, requirements: ['TWIIN-AUT-18'] })];
  }
  const expected = context.persona?.patient.bsn;
  const named = onTask ?? inToken;
  if (expected !== undefined && named !== expected && onTask === null && !token.sure) return [notApplicable('which token request belongs to this notification is not known')];
  if (expected !== undefined && named !== expected) {
    const harm = text('Er ging een aanmelding uit over een andere patiënt dan bedoeld.', 'A notification about another patient than intended was sent.');
    const chosen = text('Ga na of bij het versturen de patiënt van dit testgeval is gekozen; zo ja, dan nam het systeem een ander.', 'Check whether the patient of this test case was chosen when sending; if so, the system took another.');
    return [violation(where, text('De patiënt van dit testgeval.', 'The patient of this test case.'), 'the BSN of somebody else', isSentByHand(context) ? chosen : next, { ...(isSentByHand(context) ? { atMost: 'warning' as const } : { harm }), requirements: ['TWIIN-NTF-05'] })];
  }
  return [pass(onTask === null ? 'patient claim in the token' : inToken === onTask ? 'both, equal' : 'for.identifier', sent)];
}
/** What the token says of the patient. `sure`: it is the token of this call; `kept`: this call has one that nobody asked in this case. */
interface InToken { readonly patient: string | null; readonly sure: boolean; readonly kept: boolean }
function patientInToken(sent: Exchange, exchanges: readonly Exchange[], { grants }: RuleContext): InToken {
  const earlier = exchanges.filter((one) => sutCalls(one, 'twiin-sender', 'token') && one.organisation === sent.organisation && one.seq < sent.seq && one.withheld === undefined);
  const bearer = bearerOf(sent.request.headers);
  if (bearer === null) return { patient: claimOf(earlier.at(-1)), sure: false, kept: false };
  const source = earlier.findLast((one) => tokenGiven(one) === bearer);
  if (source !== undefined) return { patient: claimOf(source), sure: true, kept: false };
  const given = grants.find((one) => one.kind === 'token' && one.by === 'harness' && one.value === bearer);
  return given?.kind === 'token' ? { patient: given.patientBsn, sure: true, kept: false } : { patient: null, sure: false, kept: true };
}
function claimOf(request: Exchange | undefined): string | null { return request === undefined ? null : stringOf(grantClaims(request)?.patient); }
