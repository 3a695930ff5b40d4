import type { Definitions } from '../../definitions/definitions.ts';

/** A code that no list has. */
export const noCode = 'zz-not-a-code';

/**
 * Whether a value set can be known to lack a code: all its parts are lists of codes, or systems that are here complete.
 * A filter on a complete system can only make it smaller.
 */
export function surelyLacks(definitions: Definitions, valueSet: string, code: string, depth = 0): boolean {
  const facts = definitions.valueSet(valueSet);
  if (facts === null || depth > 5 || facts.include.length === 0) return false;
  return facts.include.every((part) => {
    if (part.concepts !== undefined) return part.concepts.length > 0 && !part.concepts.some((one) => one.code === code);
    if (part.system !== undefined) {
      const system = definitions.codeSystem(part.system);
      return system !== null && system.content === 'complete' && system.codes.length > 0 && !system.codes.some((one) => one.code === code);
    }
    return (part.valueSets ?? []).length > 0 && part.valueSets!.some((other) => surelyLacks(definitions, other, code, depth + 1));
  });
}
