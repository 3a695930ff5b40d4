import { unescaped } from './escape.ts';
import type { Asked, Match } from './filter.ts';

/** The whole URI, with case; `:below` finds what starts with it, `:above` what it starts with (FHIR STU3 and R4, Search, uri). */
export function matchUri({ name, modifier, values }: Asked): Match {
  const wanted = values.map((value) => unescaped(value, name));
  return ({ value }) => typeof value === 'string' && wanted.some((one) => {
    if (modifier === 'below') return value.startsWith(one);
    return modifier === 'above' ? one.startsWith(value) : value === one;
  });
}
