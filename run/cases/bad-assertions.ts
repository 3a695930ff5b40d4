import type { StimulusName } from '../../model/stimulus.ts';
import type { CaseContext, Phase, SigningTools } from '../engine/test-case.ts';

const faults: readonly StimulusName[] = [
  'client-assertion-expired', 'client-assertion-wrong-audience', 'client-assertion-forged', 'client-assertion-alg-none', 'client-assertion-hmac',
  'grant-assertion-expired', 'grant-assertion-wrong-audience', 'grant-assertion-forged', 'grant-assertion-alg-none', 'grant-assertion-hmac',
];
type Ask = (c: CaseContext, options: Pick<Parameters<SigningTools['tokenRequest']>[0], 'spoil' | 'replayOf'>) => Promise<unknown>;

/** A replay, and forged, expired and misdirected assertions, right after a token was given: none of them may give one. */
export function badAssertions(ask: Ask): Phase {
  return {
    name: 'onjuiste aanvragen om toegang',
    run: async (c) => {
      // First of all: what is replayed lives a minute, and a refusal of what has expired would show nothing.
      for (const replayOf of ['both', 'client', 'grant'] as const) await ask(c, { spoil: 'client-assertion-replayed', replayOf });
      for (const spoil of faults) await ask(c, { spoil });
    },
  };
}
