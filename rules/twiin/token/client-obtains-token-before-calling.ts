import type { TraceRule } from '../../../model/rule.ts';
import { tokenGiven } from '../../message/answers.ts';
import { bearerOf } from '../../message/headers.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { both, exchangesOf, sutCalls } from '../../message/select.ts';

/**
 * The client asks a token at the other side before it calls (TTA A&A, twiin.md 4.1). Tokens may be kept from an earlier
 * case or run, so a token that our resource side took is right even when its request stands in another case, and one that it
 * does not know any more, after which a new one is asked, is a kept token as OAuth means it. Only a call without a token breaks the
 * rule; an unknown token without any request may have been asked in an earlier run: a warning at most. The server half of the
 * check (401 without token) belongs to AUT-03 and AUT-04.
 */
export const clientObtainsTokenBeforeCalling: TraceRule = {
  id: 'client-obtains-token-before-calling', scope: 'trace', span: 'case', requirements: ['TWIIN-AUT-01'],
  title: { nl: 'Het systeem vraagt een token voordat het aanmeldt of ophaalt', en: 'The system asks a token before it notifies or fetches' },
  judge: (trace) => {
    const exchanges = exchangesOf(trace);
    const calls = exchanges.filter((one) => one.fault === null && one.response !== null && sutCalls(one, both, 'notification', 'resource', 'workflow-task'));
    if (calls.length === 0) return [notApplicable('the system made no call that needs a token')];
    return calls.map((call) => {
      const bearer = bearerOf(call.request.headers);
      const before = exchanges.filter((one) => sutCalls(one, both, 'token') && one.organisation === call.organisation && one.seq < call.seq);
      const asked = before.length > 0;
      const ours = exchanges.some((one) => sutCalls(one, both, 'token') && one.seq < call.seq && tokenGiven(one) === bearer);
      if (bearer !== null && (ours || call.response?.status !== 401)) return pass('token in hand before the call', call);
      // Where the token was put is AUT-02's.
      if (bearer === null && before.some((one) => tokenGiven(one) !== null)) return pass('a token was obtained', call);
      const after = exchanges.some((one) => sutCalls(one, both, 'token') && one.organisation === call.organisation && one.seq > call.seq);
      if (bearer !== null && after) return notApplicable('the token was not known here, and a new one was asked: it may be of before this run');
      if (bearer !== null && asked) return notApplicable('the token was refused after one was asked: an expired or wrong token is judged elsewhere');
      return violation(
        { exchange: call, part: 'request', path: 'header authorization' },
        text('Eerst een access token van de authorization server van de andere partij.', 'First an access token of the other party\'s authorization server.'),
        bearer === null ? 'a call without a token' : 'a token that our authorization server did not give, and no token request before it',
        text('Vraag een token aan het token endpoint van de geadresseerde voordat u aanmeldt of ophaalt.', 'Ask a token at the addressee\'s token endpoint before you notify or fetch.'),
        bearer === null ? {} : { atMost: 'warning' },
      );
    });
  },
};
