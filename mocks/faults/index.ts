import type { FaultDefinition } from '../../model/fault.ts';
import type { Classification, Reply, SimContext, SimRequest, TransportPlan } from '../../model/simulator.ts';
import { domainFaults } from './domain.ts';
import { transportFaults } from './transport.ts';

/** A fault that can be armed: what it is, which messages it can meet, and how it misbehaves. */
export interface Fault {
  readonly definition: FaultDefinition;
  fits(about: Classification, simulator: string): boolean;
  /** Answers in place of the simulator. */
  instead?(request: SimRequest, context: SimContext): Reply | undefined;
  /** Changes the simulator's answer or the way it travels. */
  change?(reply: Reply, context: SimContext): TransportPlan;
}
export const faults: readonly Fault[] = [...transportFaults, ...domainFaults];
export const faultDefinitions: readonly FaultDefinition[] = faults.map((fault) => fault.definition);
const byId = new Map(faults.map((fault) => [fault.definition.id, fault]));
export function faultById(id: string): Fault | undefined { return byId.get(id); }
