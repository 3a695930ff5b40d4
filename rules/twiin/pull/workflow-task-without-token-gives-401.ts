import { needsToken } from '../../factories/needs-token.ts';
import { notApplicable } from '../../message/outcome.ts';

/** Missing authorization gives 401 at Twiin-03 (release 1.3 and later; twiin.md 5.1). BGZ-R-22 expects 403 in its example, so another refusal is a warning at most. */
export const workflowTaskWithoutTokenGives401 = needsToken({
  id: 'workflow-task-without-token-gives-401', requirements: ['TWIIN-PUL-04'], names: ['no-token'], endpoints: ['workflow-task'], status: 401,
  title: { nl: 'De workflow task vragen zonder token geeft 401', en: 'Asking the workflow task without a token gives 401' },
  notApplicable: (context) => (context.claim.ics.options.workflowTask ? null : notApplicable('no workflow task is claimed')),
});
