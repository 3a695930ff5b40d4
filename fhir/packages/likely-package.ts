import type { FhirVersion } from '../version.ts';

/** Beginnings of canonicals, and the published package that holds those definitions; the first that fits counts. */
const known: Readonly<Record<FhirVersion, readonly (readonly [beginning: string, packageName: string])[]>> = {
  stu3: [
    ['http://nictiz.nl/fhir/StructureDefinition/BgZ-', 'nictiz.fhir.nl.stu3.bgz'],
    ['http://nictiz.nl/fhir/StructureDefinition/eOverdracht-', 'nictiz.fhir.nl.stu3.eoverdracht'],
    ['http://nictiz.nl/fhir/StructureDefinition/zib-', 'nictiz.fhir.nl.stu3.zib2017'],
    ['http://fhir.nl/fhir/StructureDefinition/nl-core-', 'nictiz.fhir.nl.stu3.zib2017'],
  ],
  r4: [
    ['http://nictiz.nl/fhir/StructureDefinition/mp-', 'nictiz.fhir.nl.r4.medicationprocess9'],
    ['http://nictiz.nl/fhir/StructureDefinition/nl-core-', 'nictiz.fhir.nl.r4.nl-core'],
    ['http://nictiz.nl/fhir/StructureDefinition/zib-', 'nictiz.fhir.nl.r4.zib2020'],
  ],
};

/** Name of the published package that a canonical comes from, as far as its naming tells; a hint for people, null when unknown. */
export function likelyPackage(fhir: FhirVersion, canonical: string): string | null {
  return known[fhir].find(([beginning]) => canonical.startsWith(beginning))?.[1] ?? null;
}
