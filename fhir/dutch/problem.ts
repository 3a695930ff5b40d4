import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { FhirFinding } from '../finding.ts';

/** A finding without its place, which the walk knows. */
export type Problem = Pick<FhirFinding, 'code' | 'severity' | 'actual' | 'expected'>;

/** A string with something in it; FHIR knows no empty strings. */
export const filled = (value: Json | undefined): value is string => typeof value === 'string' && value !== '';

/**
 * True when the element, or the extension sibling of one of its members, says why something is missing
 * (data-absent-reason, or iso21090-nullFlavor: bgz-nen7540.md chapter 7).
 */
export function saysWhyAbsent(element: JsonObject): boolean {
  if (hasAbsenceExtension(element)) return true;
  for (const name in element) {
    if (name.charCodeAt(0) !== 95) continue; // "_", the sibling of a primitive
    const sibling = element[name];
    if (isObject(sibling) && hasAbsenceExtension(sibling)) return true;
  }
  return false;
}
function hasAbsenceExtension(holder: JsonObject): boolean {
  const { extension } = holder;
  return Array.isArray(extension) && extension.some((one: Json) => isObject(one) && typeof one.url === 'string' && /\/(data-absent-reason|iso21090-nullFlavor)$/.test(one.url));
}
