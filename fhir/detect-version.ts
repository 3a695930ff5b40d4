import type { Definitions } from './definitions/definitions.ts';
import { fhirVersionOf } from './version.ts';
import type { FhirVersion } from './version.ts';

export interface Detected {
  readonly fhir: FhirVersion;
  /** What told: the media type, a stated profile, a type that only one version has, or nothing (the assumption is then STU3, the version of BgZ). */
  readonly by: 'media-type' | 'profile' | 'resource-type' | 'assumption';
}

const profiles = /<profile\s+value\s*=\s*["']([^"']+)["']|"profile"\s*:\s*\[([^\]]*)\]/g;
const rootType = /^[^<]*?"resourceType"\s*:\s*"([A-Za-z]+)"|<(?:\w+:)?([A-Z][A-Za-z]+)[\s>]/;

/**
 * FHIR version of a text, from signs in it: FHIR bodies do not say it themselves.
 * @param text the body as it came, JSON or XML, well-formed or not
 * @param known definitions of both versions, with the packages that the user loaded
 */
export function detectVersion(text: string, known: Readonly<Record<FhirVersion, Definitions>>, contentType = ''): Detected {
  const stated = /fhirversion\s*=\s*"?([\d.]+)/i.exec(contentType)?.[1];
  const fromType = stated === undefined ? null : fhirVersionOf(stated);
  if (fromType !== null) return { fhir: fromType, by: 'media-type' };
  for (const canonical of canonicalsIn(text)) {
    const stu3 = known.stu3.structure(canonical) !== null;
    if (stu3 !== (known.r4.structure(canonical) !== null)) return { fhir: stu3 ? 'stu3' : 'r4', by: 'profile' };
  }
  const root = rootType.exec(text);
  const type = root?.[1] ?? root?.[2];
  if (type !== undefined) {
    const stu3 = known.stu3.type(type) !== null;
    if (stu3 !== (known.r4.type(type) !== null)) return { fhir: stu3 ? 'stu3' : 'r4', by: 'resource-type' };
  }
  return { fhir: 'stu3', by: 'assumption' };
}
function* canonicalsIn(text: string): Generator<string> {
  for (const [, xml, json] of text.matchAll(profiles)) {
    if (xml !== undefined) yield xml;
    for (const [, canonical] of (json ?? '').matchAll(/"([^"]+)"/g)) yield canonical!;
  }
}
