import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import { fhirVersionOf } from '../version.ts';
import type { FhirVersion } from '../version.ts';

/** What a `package.json` of a FHIR package tells. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  /** Name → version as wished. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Versions of FHIR that it says it is for, as far as this room knows them. */
  readonly fhir: readonly FhirVersion[];
}

/** Reads a `package.json`; null when it is no JSON object. Members of other types than expected count as absent. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  let json: Json;
  try { json = JSON.parse(Buffer.from(bytes).toString('utf8').replace(/^\uFEFF/, '')) as Json; } catch { return null; }
  if (!isObject(json)) return null;
  const versions = [json.fhirVersions, json['fhir-version-list']].flatMap((list) => Array.isArray(list) ? list : []);
  const fhir = new Set(versions.flatMap((one) => typeof one === 'string' ? fhirVersionOf(one) ?? [] : []));
  const dependencies = isObject(json.dependencies) ? Object.entries(json.dependencies).filter((one): one is [string, string] => typeof one[1] === 'string') : [];
  return {
    ...(typeof json.name === 'string' && { name: json.name }), ...(typeof json.version === 'string' && { version: json.version }),
    // FHIR core STU3 depends on itself.
    dependencies: Object.fromEntries(dependencies.filter(([name]) => name !== json.name)), fhir: [...fhir],
  };
}
