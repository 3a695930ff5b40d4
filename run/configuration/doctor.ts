import type { Claim } from '../../model/claim.ts';
import { actionChecks } from './doctor/actions.ts';
import type { DoctorCheck } from './doctor/check.ts';
import { endpointChecks } from './doctor/endpoints.ts';
import { machineChecks } from './doctor/machine.ts';
import { packageChecks } from './doctor/packages.ts';
import { terminologyChecks } from './doctor/terminology.ts';
import type { DoctorTools } from './doctor/tools.ts';

export type { DoctorCheck } from './doctor/check.ts';
export type { DoctorTools } from './doctor/tools.ts';
export { doctorTools } from './doctor/tools.ts';
export { clockOffset } from './doctor/clock-offset.ts';

/**
 * Looks, before a run, at everything that has to be right for one: this machine, the SUT's endpoints as we shall call
 * them, keys, triggers and patients. Makes nobody act and sends no patient data. Never rejects for what it finds.
 */
export async function doctor(claim: Claim, tools: DoctorTools): Promise<DoctorCheck[]> {
  const release = tools.clock.hold();
  try {
    return [...await machineChecks(claim, tools), ...await endpointChecks(claim, tools), ...await actionChecks(claim, tools), ...await packageChecks(claim, tools), ...await terminologyChecks(claim, tools)];
  } finally { release(); }
}
