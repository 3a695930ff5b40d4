import type { PurposeKind, PurposeState, TestPurpose } from '../../model/requirement.ts';
import type { Role } from '../../model/roles.ts';
import type { StimulusName } from '../../model/stimulus.ts';
import type { Text } from '../../model/text.ts';

/** Conditions under which a purpose applies: on the claim (run knows how), or `pull-seen`: the SUT fetched at all, which the evidence shows. */
export type Precondition =
  | 'workflow-task' | 'authorization-base' | 'cancellation' | 'renewal' | 'zorg-ab-addressing' | 'content-confirmed'
  | 'duplicates-possible' | 'access-log-available' | 'pull-seen';
export const preconditionNames: readonly Precondition[] = [
  'workflow-task', 'authorization-base', 'cancellation', 'renewal', 'zorg-ab-addressing', 'content-confirmed',
  'duplicates-possible', 'access-log-available', 'pull-seen',
];
/** Names of observation windows in the IXIT. */
export type WindowName = 'notification' | 'pull' | 'absence' | 'trigger' | 'attest';

export interface Options {
  readonly kind?: PurposeKind;
  readonly stimulus?: StimulusName;
  readonly minimumEvidence?: number;
  readonly precondition?: Precondition;
  readonly window?: WindowName;
  readonly state?: PurposeState;
  /** One message that could not be judged makes the purpose not tested. */
  readonly wholly?: true;
  /** Part of the id when one requirement has several purposes of one role and stimulus. */
  readonly part?: string;
}
/** One purpose. Its id holds requirement, role and what tells it apart: `TP-TWIIN-AUT-21-twiin-sender-client-assertion-expired`. */
export function purpose(requirement: string, role: Role, rule: string, title: Text, options: Options = {}): TestPurpose {
  const { stimulus, precondition, window, part, wholly } = options;
  return {
    id: ['TP', requirement, role, stimulus, part].filter((one) => one !== undefined).join('-'), requirement, role, rule, title,
    kind: options.kind ?? (stimulus === undefined ? 'invariant' : 'stimulus-response'),
    stimulus: stimulus === undefined ? { valid: true } : { valid: false, name: stimulus },
    minimumEvidence: options.minimumEvidence ?? 1, state: options.state ?? 'automated',
    ...(precondition === undefined ? {} : { precondition }), ...(window === undefined ? {} : { window }), ...(wholly === undefined ? {} : { wholly }),
  };
}
/** The same for each role. */
export function forRoles(roles: readonly Role[], requirement: string, rule: string, title: Text, options: Options = {}): readonly TestPurpose[] {
  return roles.map((role) => purpose(requirement, role, rule, title, options));
}
/** One for each role and stimulus. */
export function forStimuli(
  roles: readonly Role[], stimuli: readonly StimulusName[], requirement: string, rule: string, title: Text, options: Options = {},
): readonly TestPurpose[] {
  return stimuli.flatMap((stimulus) => forRoles(roles, requirement, rule, title, { ...options, stimulus }));
}
export const t = (nl: string, en: string): Text => ({ nl, en });
export const both: readonly Role[] = ['twiin-sender', 'twiin-receiver'];
