import type { TestCase } from '../engine/test-case.ts';
import { directoryCases } from './directory/cases.ts';
import { receiverCases } from './receiver/cases.ts';
import { senderCases } from './sender/cases.ts';
import { simulatorCases } from './simulators/cases.ts';

/** All test cases, in the order in which they run (long ones first, lonely ones last: see the engine). */
export const testCases: readonly TestCase[] = [...simulatorCases, ...senderCases, ...receiverCases, ...directoryCases];
