import type { Stu3Resource } from '../../fixtures/stu3/index.ts';

export const keyOf = (resource: Stu3Resource): string => `${resource.resourceType}/${resource.id}`;

/** Literal references at any depth. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (value === null || typeof value !== 'object') return [];
  const { reference } = value as { reference?: unknown };
  return [...(typeof reference === 'string' ? [reference] : []), ...Object.values(value).flatMap((one) => (typeof one === 'object' ? referencesIn(one) : []))];
}
