import type { BindingFacts } from '../definitions/structure.ts';
import type { SnapshotIssueCode } from './issue.ts';

const weight: Record<BindingFacts['strength'], number> = { example: 0, preferred: 1, extensible: 2, required: 3 };

/** Binding of an element after a differential: a weaker one is told and not taken, once the base's can be judged at all (extensible, required). */
export function mergeBinding(base: BindingFacts | undefined, given: BindingFacts | undefined, tell: (code: SnapshotIssueCode, detail: string) => void): BindingFacts | undefined {
  if (given === undefined || base === undefined) return given ?? base;
  const strength = given.strength ?? base.strength;
  if (weight[strength] < weight[base.strength] && weight[base.strength] >= weight.extensible) {
    tell('binding-weakened', `${strength} < ${base.strength}`);
    return base;
  }
  const valueSet = given.valueSet ?? base.valueSet;
  const maxValueSet = given.maxValueSet ?? base.maxValueSet;
  return { strength, ...(valueSet !== undefined && { valueSet }), ...(maxValueSet !== undefined && { maxValueSet }) };
}
