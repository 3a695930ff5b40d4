/** FHIR versions that this room knows: STU3 (3.0.x) and R4 (4.0.x). */
export type FhirVersion = 'stu3' | 'r4';

export const fhirVersions: readonly FhirVersion[] = ['stu3', 'r4'];

/** `3.0.2` and `http…/3.0` are STU3, `4.0.1` is R4; anything else is not ours to judge. */
export function fhirVersionOf(text: string): FhirVersion | null {
  if (/^3\.0(\.\d+)?$/.test(text)) return 'stu3';
  if (/^4\.0(\.\d+)?$/.test(text)) return 'r4';
  return null;
}
