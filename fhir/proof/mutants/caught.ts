import type { FhirFinding } from '../../finding.ts';
import type { JsonPath } from '../../json.ts';
import type { Expected } from './operator.ts';

/** Findings on a mutant that show its fault: of an expected code, severity and invariant, at the place, inside it, or at its parent. */
export function catches(findings: readonly FhirFinding[], expected: Expected, at: JsonPath): FhirFinding[] {
  return findings.filter((one) => expected.codes.includes(one.code) && one.severity === (expected.severity ?? 'error')
    && (expected.invariant === undefined || one.invariant === expected.invariant) && near(one.path, at));
}

/** The object that holds the element at a path: `name[0].given[1]` → `name[0]`. */
function parentOf(path: JsonPath): JsonPath {
  for (let length = path.length - 1; length >= 0; length -= 1) if (typeof path[length] === 'string') return path.slice(0, length);
  return [];
}
/** The same place, one inside it, or one from its parent down to it. A primitive and its `_` sibling are one place. */
export function near(found: JsonPath, at: JsonPath): boolean {
  const one = found.map(plain);
  const place = at.map(plain);
  if (startsWith(one, place)) return true;
  return startsWith(place, one) && one.length >= parentOf(place).length;
}
const plain = (step: string | number): string | number => (typeof step === 'string' && step.startsWith('_') ? step.slice(1) : step);
const startsWith = (path: JsonPath, start: JsonPath): boolean => start.length <= path.length && start.every((step, index) => same(step, path[index]!));
/** `value` and `valueQuantity` are one element: what is missing has no type. */
function same(one: string | number, other: string | number): boolean {
  if (one === other) return true;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short) && /^[A-Z]/.test(long.slice(short.length));
}
