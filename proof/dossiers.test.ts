import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packages, parse, serialize, validate } from '../fhir/api.ts';
import type { LoadedPackages } from '../fhir/api.ts';
import type { FhirFinding } from '../fhir/finding.ts';
import type { FhirResource, JsonObject } from '../fhir/json.ts';
import { packagesFolder, sourcePackages } from '../fhir/proof/packages-on-disk.ts';
import { organisationByKey } from '../fixtures/organisations.ts';
import { nictizPersonas, personas } from '../fixtures/personas/index.ts';
import { dossier } from '../fixtures/stu3/index.ts';
import type { Persona } from '../model/persona.ts';
import { buildStore } from '../reference-xis/dossier/store.ts';

const base = 'https://west.example.org/fhir';
const runDay = Date.UTC(2026, 10, 24);
/** Who keeps dossiers, each in its own way: the simulators, and the reference XIS. */
const keepers = {
  simulators: (persona: Persona) => dossier(persona, { organisation: organisationByKey('west'), runDay, base }) as unknown as readonly FhirResource[],
  'reference XIS': (persona: Persona) => {
    const store = buildStore([persona], organisationByKey('noord'), runDay);
    return [...store.types].flatMap((type) => store.ofType(type).map((one) => one.resource as unknown as FhirResource));
  },
} as const;
/** The whole dossier of a persona as the answer to a search. */
function searchset(persona: Persona, keeper: keyof typeof keepers): FhirResource {
  const entry = keepers[keeper](persona).map((resource) => ({ fullUrl: `${base}/${resource.resourceType}/${String(resource.id)}`, resource: resource as JsonObject, search: { mode: 'match' } }));
  return { resourceType: 'Bundle', id: persona.key, type: 'searchset', total: entry.length, link: [{ relation: 'self', url: `${base}/Patient` }], entry };
}
const texts = { json: (resource: FhirResource) => serialize(resource, { fhir: 'stu3', format: 'json' }), xml: (resource: FhirResource) => serialize(resource, { fhir: 'stu3', format: 'xml' }) } as const;
const lines = (findings: readonly FhirFinding[]): string[] => findings.map((one) => `${one.severity} ${one.code} ${one.expression}: ${one.actual}; ${one.expected.en}`);
const faults = (findings: readonly FhirFinding[]): string[] => lines(findings.filter((one) => one.severity === 'error' || one.severity === 'warning'));

const cases = (Object.keys(keepers) as (keyof typeof keepers)[]).flatMap((keeper) => [...personas, ...nictizPersonas].flatMap((persona) => (
  (['json', 'xml'] as const).map((format) => ({ keeper, key: persona.key, persona, format }))
)));

describe('dossiers of the personas by base FHIR', () => {
  test.each(cases)('$keeper: $key in $format has no fault, and is read back as it was', ({ keeper, persona, format }) => {
    const bundle = searchset(persona, keeper);
    const text = texts[format](bundle);
    expect(faults(validate(text, { fhir: 'stu3', format, served: true }))).toEqual([]);
    expect(parse(text, { fhir: 'stu3', format }).resource).toEqual(bundle);
  });
  test('a fault in one of them would be seen', () => {
    const bundle = searchset(personas[0]!, 'simulators');
    const broken = { ...bundle, entry: (bundle.entry as readonly JsonObject[]).map((entry) => ({ ...entry, resource: { ...(entry.resource as JsonObject), unheardOf: true } })) };
    expect(faults(validate(broken, { fhir: 'stu3' })).length).toBe((bundle.entry as readonly JsonObject[]).length);
  });
});

const folder = packagesFolder();
const zib2017 = sourcePackages.find((one) => one.file.startsWith('nictiz.fhir.nl.stu3.zib2017'))!;
// Without the package there is nothing to judge by: it is data of others, kept beside the checkout (fhir/proof/packages-on-disk.ts).
describe.skipIf(folder === null)('dossiers of the personas by zib 2017 (skipped without ../shared/fhir)', () => {
  let loaded: Promise<LoadedPackages> | undefined;
  const load = (): Promise<LoadedPackages> => loaded ??= packages.load({ from: [join(folder!, zib2017.file)] });

  test.each(cases)('$keeper: $key in $format has no fault', async ({ keeper, persona, format }) => {
    const findings = validate(texts[format](searchset(persona, keeper)), { fhir: 'stu3', format, served: true, packages: await load() });
    expect(faults(findings)).toEqual([]);
    // Every stated profile is in the package but that of the Provenance, which is published elsewhere.
    expect(new Set(findings.filter((one) => one.code === 'profile-unknown').map((one) => one.actual))).toEqual(new Set(['http://nictiz.nl/fhir/StructureDefinition/BgZ-Metadata']));
    expect(findings.filter((one) => one.code === 'invariant-not-evaluated')).toEqual([]);
  });
});
