import type { Claim } from '../model/claim.ts';

type Options = Partial<Claim['ics']['options']>;
/** A vendor whose system behaves like this variant or defect would claim so. */
const claimed: Readonly<Record<string, Options>> = {
  'no-authorization-base': { authorizationBase: false },
  'workflow-task-only': { notificationContent: 'workflow-task' },
  'workflow-task-and-inputs': { notificationContent: 'both' },
  'queries-bgz-2-alpha': { queryList: 'bgz-2-alpha' },
};
export function claimFor(id: string): { readonly claim?: (claim: Claim) => Claim } {
  const options = claimed[id];
  if (options === undefined) return {};
  return { claim: (claim) => ({ ...claim, ics: { ...claim.ics, options: { ...claim.ics.options, ...options } } }) };
}
