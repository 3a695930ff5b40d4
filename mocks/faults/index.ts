import type { FaultDefinition } from '../../model/fault.ts';
import type { Classification, Reply, SimContext, SimRequest, TransportPlan } from '../../model/simulator.ts';
import { domainFaults } from './domain.ts';
import { transportFaults } from './transport.ts';

/** What a fault may use besides the answer: the request, and the simulator once more for a changed request. */
export interface FaultScene { readonly request: SimRequest; readonly again: (request: SimRequest) => Promise<Reply> }

/** A fault that can be armed: what it is, which messages it can meet, and how it misbehaves. */
export interface Fault {
  readonly definition: FaultDefinition;
  fits(about: Classification, simulator: string): boolean;
  /** Answers in place of the simulator. */
  instead?(request: SimRequest, context: SimContext): Reply | undefined;
  /** Changes the simulator's answer or the way it travels; undefined when there is nothing to change, and then it is not spent. */
  change?(reply: Reply, scene: FaultScene): TransportPlan | undefined | Promise<TransportPlan | undefined>;
}
export const faults: readonly Fault[] = [...transportFaults, ...domainFaults];
export const faultDefinitions: readonly FaultDefinition[] = faults.map((fault) => fault.definition);
const byId = new Map(faults.map((fault) => [fault.definition.id, fault]));
/** The fault with this id, or undefined. */
export function faultById(id: string): Fault | undefined { return byId.get(id); }
