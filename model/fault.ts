import type { Text } from './text.ts';

/** A named misbehaviour of a simulator. */
export interface FaultDefinition {
  readonly id: string;
  readonly kind: 'transport' | 'domain';
  readonly simulator: 'twiin' | 'zorg-ab' | 'any';
  readonly title: Text;
  /** The risk that it stands for. */
  readonly risk: Text;
  /** The behaviour expected of the SUT. */
  readonly expected: Text;
  /** Requirement whose check this fault enables at the SUT. */
  readonly requirement: string;
  /** Requirements that the simulator's own answer then violates: exactly these, no others. */
  readonly violates: readonly string[];
}
export interface ArmedFault {
  readonly id: string;
  readonly tenant: string;
  /** Restricts the fault to exchanges of this endpoint, organisation or target substring. */
  readonly where?: { readonly endpoint?: string; readonly organisation?: string; readonly targetIncludes?: string; readonly method?: string };
  /** How many times it still applies. */
  readonly remaining: number;
  readonly armedAt: number;
}
