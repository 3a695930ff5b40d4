import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import { unescaped } from './escape.ts';
import type { Asked, Match } from './filter.ts';

/** Without case, accents and superfluous blanks, as string search compares (FHIR STU3 and R4, Search, string). */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** A part of the value starts with what is asked; `:contains` finds it anywhere; `:exact` is the whole, with case and accents. */
export function matchString({ name, modifier, values }: Asked): Match {
  const wanted = values.map((value) => unescaped(value, name));
  if (modifier === 'exact') return ({ value }) => textsIn(value).some((text) => wanted.includes(text));
  const plain = wanted.map(folded);
  return ({ value }) => textsIn(value).map(folded).some((text) => plain.some((one) => (modifier === 'contains' ? text.includes(one) : text.startsWith(one))));
}
/** Of a name or an address: each of its parts. Codes such as `use` are no text of it. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  return Object.entries(value).filter(([member]) => !codes.has(member) && !member.startsWith('_'))
    .flatMap(([, part]) => (Array.isArray(part) ? part : [part])).filter((part) => typeof part === 'string');
}
const codes = new Set(['id', 'use', 'type', 'system']);
