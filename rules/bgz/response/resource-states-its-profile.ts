import { resourceRule } from '../../factories/resource-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { child } from '../../message/body.ts';
import { text } from '../../message/outcome.ts';

const exempt: ReadonlySet<unknown> = new Set(['OperationOutcome', 'Binary']);
/** Every resource except OperationOutcome and Binary states its profile (bgz-nen7540.md 7). Contained resources are no entries. */
function make(subject: Subject) {
  return resourceRule(
    {
      id: 'resource-states-its-profile', requirements: ['BGZ-R-04'], title: { nl: 'Elke resource noemt zijn profiel', en: 'Each resource states its profile' },
      expected: text('meta.profile', 'meta.profile'), next: text('Zet de canonical van het profiel in meta.profile.', 'Put the canonical of the profile in meta.profile.'),
    },
    subject,
    (resource, path) => {
      if (exempt.has(resource.resourceType)) return null;
      const profile = child(resource, 'meta')?.profile;
      const stated = Array.isArray(profile) && profile.some((one) => typeof one === 'string' && one !== '');
      return stated ? [] : [{ path: `${path}.meta.profile`, actual: `absent in ${String(resource.resourceType)}` }];
    },
  );
}
export const resourceStatesItsProfile = make(sut);
export const simulatorResourceStatesItsProfile = make(simulator);
