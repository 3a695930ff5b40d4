import type { Text } from '../../model/text.ts';

/**
 * Something in a differential that contradicts what it builds on, or can't be read. It is never silently taken: a profile may narrow
 * and not widen (FHIR R4 and STU3, Profiling, "Constraining"), so where both say something the stricter holds.
 */
export interface SnapshotIssue {
  readonly code: SnapshotIssueCode;
  /** Id of the element in the snapshot, or in the differential when it has no place there. */
  readonly element: string;
  /** What differs, in the words of the definition: `min 0 < 1`. */
  readonly detail: string;
}
export type SnapshotIssueCode = keyof typeof snapshotIssueTexts;

export const snapshotIssueTexts = {
  'unknown-element': { nl: 'Het element bestaat niet in wat het profiel inperkt.', en: 'The element does not exist in what the profile constrains.' },
  'repeated-element': { nl: 'Het element staat meer dan eens in het differential.', en: 'The element stands more than once in the differential.' },
  'min-lowered': { nl: 'Het minimum is lager dan dat van de basis; dat van de basis geldt.', en: 'The minimum is lower than that of the base; that of the base holds.' },
  'max-raised': { nl: 'Het maximum is hoger dan dat van de basis; dat van de basis geldt.', en: 'The maximum is higher than that of the base; that of the base holds.' },
  'min-above-max': { nl: 'Het minimum is hoger dan het maximum.', en: 'The minimum is higher than the maximum.' },
  'type-added': { nl: 'Een type dat de basis niet toestaat; het is weggelaten.', en: 'A type that the base does not allow; it is left out.' },
  'target-added': { nl: 'Een doel van een verwijzing dat de basis niet toestaat.', en: 'A reference target that the base does not allow.' },
  'fixed-changed': { nl: 'Een andere vaste waarde of een ander patroon dan de basis.', en: 'Another fixed value or pattern than the base has.' },
  'binding-weakened': { nl: 'Een zwakkere binding dan die van de basis; die van de basis geldt.', en: 'A weaker binding than that of the base; that of the base holds.' },
  'constraint-changed': { nl: 'Een invariant van de basis onder dezelfde sleutel met een andere uitdrukking; beide gelden.', en: 'An invariant of the base under the same key with another expression; both hold.' },
  'slicing-changed': { nl: 'Een andere onderverdeling in slices dan die van de basis.', en: 'Another slicing than that of the base.' },
  'slicing-missing': { nl: 'Slices zonder onderscheidend kenmerk.', en: 'Slices without a discriminator.' },
  'choice-ambiguous': { nl: 'Meer dan één type van een keuze met eigen regels, zonder slicing; geen type is daardoor uitgesloten.', en: 'More than one type of a choice has rules of its own, without slicing; no type is excluded by that.' },
  'profile-absent': { nl: 'De inhoud is die van een profiel dat niet geladen is; de regels van het kale type gelden.', en: 'The content is that of a profile that is not loaded; the rules of the plain type hold.' },
  'profile-circle': { nl: 'Profielen openen elkaar in een kring; binnenin gelden de regels van het kale type.', en: 'Profiles open each other in a circle; inside it the rules of the plain type hold.' },
} as const satisfies Record<string, Text>;
