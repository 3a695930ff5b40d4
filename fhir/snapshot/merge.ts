import { isDeepStrictEqual } from 'node:util';
import type { ConstraintFacts, ElementFacts, SlicingFacts, TypedValue } from '../definitions/structure.ts';
import type { Json } from '../json.ts';
import { isObject } from '../json.ts';
import type { SnapshotIssueCode } from './issue.ts';
import { mergeBinding } from './merge-binding.ts';
import { mergeTypes, type TypeKnowledge } from './merge-types.ts';

export type Tell = (code: SnapshotIssueCode, detail: string) => void;

/** An element after what a differential says of it; what the differential does not mention is inherited. `id`, `path` and `sliceName` stay those of the base. */
export function merge(base: ElementFacts, given: ElementFacts, knowledge: TypeKnowledge, tell: Tell): ElementFacts {
  const min = mergeMin(base.min, given.min, tell);
  const max = mergeMax(base.max, given.max, tell);
  if ((min ?? 0) > upper(max)) tell('min-above-max', `${min} > ${max}`);
  const merged = {
    ...base, min, max,
    types: mergeTypes(base.types, given.types, knowledge, tell),
    fixed: mergeValue(base.fixed, given.fixed, isDeepStrictEqual, tell),
    pattern: mergeValue(base.pattern, given.pattern, contains, tell),
    minValue: given.minValue ?? base.minValue,
    maxValue: given.maxValue ?? base.maxValue,
    maxLength: lowest(base.maxLength, given.maxLength),
    binding: mergeBinding(base.binding, given.binding, tell),
    constraints: mergeConstraints(base.constraints, given.constraints, tell),
    slicing: mergeSlicing(base.slicing, given.slicing, tell),
    isModifier: given.isModifier ?? base.isModifier,
    mustSupport: given.mustSupport ?? base.mustSupport,
  };
  return Object.fromEntries(Object.entries(merged).filter(([, member]) => member !== undefined)) as unknown as ElementFacts;
}

/** A slice that the base has, after what a differential says of the element as a whole: it holds for the slice too. The slice's own facts win, nothing is told twice. */
export function mergeFromWhole(slice: ElementFacts, whole: ElementFacts, knowledge: TypeKnowledge): ElementFacts {
  const { min, slicing, types, fixed, pattern, mustSupport, ...rest } = whole;
  const merged = merge(slice, { ...rest, fixed: slice.fixed ?? fixed, pattern: slice.pattern ?? pattern }, knowledge, () => {});
  const allowed = types === undefined ? undefined : slice.types?.filter((own) => types.some((type) => type.code === own.code)).map((own) => ({ ...types.find((type) => type.code === own.code), ...own }));
  return allowed === undefined || allowed.length === 0 ? merged : { ...merged, types: allowed };
}

/** A maximum as a number. */
const upper = (max: ElementFacts['max']): number => (typeof max === 'number' ? max : Infinity);

function mergeMin(base: number | undefined, given: number | undefined, tell: Tell): number | undefined {
  if (given === undefined || base === undefined) return given ?? base;
  if (given < base) tell('min-lowered', `min ${given} < ${base}`);
  return Math.max(base, given);
}
function mergeMax(base: ElementFacts['max'], given: ElementFacts['max'], tell: Tell): ElementFacts['max'] {
  if (given === undefined) return base;
  if (upper(given) <= upper(base)) return given;
  tell('max-raised', `max ${given} > ${base}`);
  return base;
}
const lowest = (base: number | undefined, given: number | undefined): number | undefined => (base === undefined || given === undefined ? given ?? base : Math.min(base, given));

/** `agrees` tells whether what is given keeps to the base's; when not, what is given stands and is told. */
function mergeValue(base: TypedValue | undefined, given: TypedValue | undefined, agrees: (given: Json, base: Json) => boolean, tell: Tell): TypedValue | undefined {
  if (given === undefined || base === undefined) return given ?? base;
  if (!agrees(given.value, base.value)) tell('fixed-changed', `${shortened(given.value)} ≠ ${shortened(base.value)}`);
  return given;
}
const shortened = (value: Json): string => { const text = JSON.stringify(value); return text.length > 80 ? `${text.slice(0, 79)}…` : text; };
/** Whether a pattern asks at least what another asks. Objects in an array may stand in any order (FHIR R4, ElementDefinition.pattern[x]). */
function contains(given: Json | undefined, base: Json | undefined): boolean {
  if (Array.isArray(base)) return Array.isArray(given) && base.every((one) => given.some((other) => contains(other, one)));
  if (isObject(base)) return isObject(given) && Object.entries(base).every(([member, value]) => contains(given[member], value));
  return given === base;
}

function mergeConstraints(base: readonly ConstraintFacts[] | undefined, given: readonly ConstraintFacts[] | undefined, tell: Tell): readonly ConstraintFacts[] | undefined {
  if (given === undefined || base === undefined) return given ?? base;
  const merged = [...base];
  for (const one of given) {
    const same = base.filter((other) => other.key === one.key);
    if (same.some((other) => other.expression === one.expression || one.expression === undefined)) continue;
    if (same.length > 0) tell('constraint-changed', one.key);
    merged.push(one);
  }
  return merged;
}

/** From lax to strict, above `open`. */
const strictness: readonly SlicingFacts['rules'][] = ['openAtEnd', 'closed'];
function mergeSlicing(base: SlicingFacts | undefined, given: SlicingFacts | undefined, tell: Tell): SlicingFacts | undefined {
  if (given === undefined || base === undefined) return given ?? base;
  const text = (one: SlicingFacts['discriminators'][number]): string => `${one.type} ${one.path}`;
  const missing = base.discriminators.filter((one) => !given.discriminators.some((other) => text(other) === text(one)));
  if (given.discriminators.length > 0 && missing.length > 0) tell('slicing-changed', given.discriminators.map(text).join(', '));
  if (base.rules === 'closed' && given.rules !== 'closed') tell('slicing-changed', `rules ${given.rules}`);
  return {
    discriminators: given.discriminators.length > 0 ? given.discriminators : base.discriminators,
    rules: strictness.indexOf(base.rules) > strictness.indexOf(given.rules) ? base.rules : given.rules,
    ordered: base.ordered || given.ordered,
  };
}
