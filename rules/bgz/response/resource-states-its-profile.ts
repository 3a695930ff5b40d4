import { dutchRule } from '../../factories/dutch-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { text } from '../../message/outcome.ts';

/** Every resource except OperationOutcome and Binary states its profile (bgz-nen7540.md 7). Contained resources are no entries. */
const make = (subject: Subject) => dutchRule(
  {
    id: 'resource-states-its-profile', requirements: ['BGZ-R-04'], title: { nl: 'Elke resource noemt zijn profiel', en: 'Each resource states its profile' },
    next: text('Zet de canonical van het profiel in meta.profile.', 'Put the canonical of the profile in meta.profile.'),
  },
  subject, 'profile-not-stated', (type) => type !== 'Binary',
);
export const resourceStatesItsProfile = make(sut);
export const simulatorResourceStatesItsProfile = make(simulator);
