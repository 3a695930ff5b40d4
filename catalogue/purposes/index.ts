import type { TestPurpose } from '../../model/requirement.ts';
import { bgzPurposes } from './bgz.ts';
import { networkPurposes } from './network.ts';
import { notificationReceiverPurposes } from './notification-receiver.ts';
import { notificationSenderPurposes } from './notification-sender.ts';
import { pullPurposes } from './pull.ts';
import { simulatorPurposes } from './simulators.ts';
import { tokenPurposes } from './token.ts';
import { zorgAbPurposes } from './zorg-ab.ts';

export { preconditionNames } from './purpose.ts';
export type { Precondition } from './purpose.ts';

/** Everything that this version can show, by interface. Those of role `simulator` are about ourselves. */
export const testPurposes: readonly TestPurpose[] = [
  ...networkPurposes, ...tokenPurposes, ...notificationSenderPurposes, ...notificationReceiverPurposes, ...pullPurposes, ...bgzPurposes,
  ...zorgAbPurposes, ...simulatorPurposes,
];
