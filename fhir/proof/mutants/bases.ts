import { parse } from '../../codec/parse.ts';
import type { Definitions } from '../../definitions/definitions.ts';
import type { FhirFinding } from '../../finding.ts';
import type { FhirResource, Json, JsonObject } from '../../json.ts';
import { compile } from '../../packages/compile.ts';
import { loadDefinitions } from '../../packages/load.ts';
import { readPackageSource } from '../../packages/source.ts';
import { createSnapshots } from '../../snapshot/index.ts';
import { coreDefinitions } from '../../tables/core.ts';
import { createTerminology } from '../../terminology/terminology.ts';
import { createValidator } from '../../validate/validator.ts';
import type { Validator } from '../../validate/validator.ts';
import type { FhirVersion } from '../../version.ts';
import { join } from 'node:path';
import { filesOf, sourcePackages } from '../packages-on-disk.ts';
import { sampleOf } from '../random.ts';
import { dummyOf } from './dummy.ts';
import { StructureFacts } from './structure-facts.ts';
import { Subject } from './subject.ts';

export interface Bases {
  readonly validator: Validator;
  readonly subjects: readonly Subject[];
  /** What was left out, and why: kind, how many of how many are used, and the first error of those that are not. */
  readonly told: readonly string[];
}
/** Larger definitions are left out: they are more of the same, and slow. */
const largest = 40_000;
const perType = 12;

/**
 * Valid resources to make mutants of: all examples of the packages, some definitions of each type of the core package, and Bundles of the examples.
 * A resource with an error of its own is left out.
 */
export function loadBases(folder: string, fhir: FhirVersion): Bases {
  const sources = sourcePackages.filter((one) => one.fhir === fhir);
  const definitions = loadDefinitions(fhir, sources.filter((one) => one.format === 'xml').map((one) => compile(readPackageSource(join(folder, one.file)))));
  const snapshots = createSnapshots(definitions);
  const validator = createValidator({ definitions, snapshots, terminology: createTerminology(definitions) });
  const world = { facts: new StructureFacts(definitions), snapshots, other: new StructureFacts(coreDefinitions(fhir === 'stu3' ? 'r4' : 'stu3')) };
  const subjects: Subject[] = [];
  const told: string[] = [];

  const errorsOf = (resource: FhirResource): FhirFinding[] => validator.validate(resource).filter((one) => one.severity === 'error');
  function take(kind: string, resources: readonly { readonly name: string; readonly resource: FhirResource | null }[]): void {
    const refused: string[] = [];
    for (const { name, resource } of resources) {
      const [error] = resource === null ? [null] : errorsOf(resource);
      if (resource !== null && error === undefined) subjects.push(new Subject(name, resource, world));
      else refused.push(`${name}: ${error === null ? 'not read' : `${error!.code} ${error!.invariant ?? ''} ${error!.expression}`}`);
    }
    told.push(`${kind}: ${resources.length - refused.length} of ${resources.length} are valid and used${refused.length === 0 ? '' : `; not: ${refused.slice(0, 3).join('; ')}`}`);
  }
  const read = (bytes: Uint8Array, format: 'json' | 'xml'): FhirResource | null => {
    const document = parse(bytes, { definitions, format });
    return document.findings.some((one) => one.severity === 'error') ? null : document.resource;
  };

  const examples: { readonly name: string; readonly resource: FhirResource }[] = [];
  for (const source of sources) {
    const files = filesOf(folder, source);
    const own = files.filter((one) => one.name.includes('/examples/')).map((one) => ({ name: baseName(one.name), resource: read(one.bytes, source.format) }));
    if (own.length > 0) take(`${source.file}, examples`, own);
    for (const { name, resource } of own) if (resource !== null) examples.push({ name, resource });
    const small = files.filter((one) => !one.name.includes('/examples/') && one.bytes.length < largest);
    const types = [...new Set(small.map((one) => typeIn(one.bytes)))];
    const some = types.flatMap((type) => sampleOf(small.filter((one) => typeIn(one.bytes) === type), perType));
    take(`${source.file}, definitions (up to ${perType} of each type)`, some.map((one) => {
      const resource = read(one.bytes, source.format);
      // Extensions at places that their own R4 definitions do not allow stand on most R4 core definitions.
      return { name: baseName(one.name), resource: resource === null ? null : withoutMisplaced(resource, errorsOf(resource)) };
    }));
  }
  take('one resource with a value of each data type', [{ name: 'every data type', resource: everyType(definitions) }]);
  take('Bundles of examples', bundlesOf(examples.filter((one) => errorsOf(one.resource).length === 0), fhir));
  return { validator, subjects, told };
}
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** Resource type that a text begins with. */
const typeIn = (bytes: Buffer): string => /"resourceType"\s*:\s*"(\w+)"|<([A-Z]\w+)/.exec(bytes.toString('utf8', 0, 4000))?.slice(1).find((one) => one !== undefined) ?? '';

/** A Basic whose extensions hold each type that an extension may have, so that rules on types that examples seldom use have a place. */
export function everyType(definitions: Definitions): FhirResource {
  const types = definitions.type('Extension')!.snapshot!.find((one) => one.path === 'Extension.value[x]')!.types!.map((one) => one.code);
  return {
    resourceType: 'Basic', id: 'every-type', code: { text: 'x' },
    extension: [
      ...types.flatMap((type) => {
        const value = rich[type] ?? dummyOf(type);
        return value === undefined ? [] : [{ url: `http://example.org/${type}`, [`value${type[0]!.toUpperCase()}${type.slice(1)}`]: value }];
      }),
      { url: 'http://example.org/bare', valueTiming: { repeat: { frequency: 1 } } },
    ],
  };
}
const milligram = { unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' };
const rich: Readonly<Record<string, Json>> = {
  Range: { low: { value: 1, ...milligram }, high: { value: 2, ...milligram } }, Period: { start: '2020-01-01', end: '2020-02-01T10:00:00Z' }, ContactPoint: { system: 'phone', value: '1', rank: 1 },
  Quantity: { value: 1.5, ...milligram }, Attachment: { contentType: 'text/plain', data: 'QUJD', size: 3 },
  Timing: { repeat: { boundsPeriod: { start: '2020-01-01' }, count: 2, duration: 1, durationUnit: 'h', frequency: 1, period: 1, periodUnit: 'd', timeOfDay: ['08:00:00'] } },
};

/** Without the extensions of the resource itself that were refused for their place. */
function withoutMisplaced(resource: FhirResource, errors: readonly FhirFinding[]): FhirResource {
  const misplaced = new Set(errors.filter((one) => one.code === 'extension-not-allowed-here' && one.path.length === 2 && one.path[0] === 'extension').map((one) => one.path[1]));
  if (misplaced.size === 0 || !Array.isArray(resource.extension)) return resource;
  const { extension, ...rest } = resource;
  const left = (extension as readonly Json[]).filter((_, index) => !misplaced.has(index));
  return left.length === 0 ? rest as FhirResource : { ...resource, extension: left };
}

/** Bundles with seven examples each, by turns a searchset, a collection and a document. */
export function bundlesOf(examples: readonly { readonly name: string; readonly resource: FhirResource }[], fhir: FhirVersion): { readonly name: string; readonly resource: FhirResource }[] {
  const bundles: { name: string; resource: FhirResource }[] = [];
  const named = examples.filter((one) => typeof one.resource.id === 'string' && one.resource.resourceType !== 'Composition');
  for (let at = 0; at < named.length; at += 7) {
    const type = (['searchset', 'collection', 'document'] as const)[bundles.length % 3]!;
    const entries: JsonObject[] = [];
    const seen = new Set<string>();
    for (const { resource } of named.slice(at, at + 7)) {
      const fullUrl = `https://example.org/fhir/${resource.resourceType}/${resource.id as string}`;
      if (seen.has(fullUrl)) continue;
      seen.add(fullUrl);
      entries.push({ fullUrl, resource, ...(type === 'searchset' && { search: { mode: 'match' } }) });
    }
    if (type === 'document') entries.unshift({ fullUrl: 'https://example.org/fhir/Composition/composition-1', resource: composition() });
    bundles.push({
      name: `Bundle ${type} ${bundles.length + 1}`,
      resource: {
        resourceType: 'Bundle', type, ...(type === 'searchset' && { total: entries.length, link: [{ relation: 'self', url: 'https://example.org/fhir/Observation' }] }),
        ...(type === 'document' && { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7' }, ...(fhir === 'r4' && { timestamp: '2024-01-02T10:00:00Z' }) }), entry: entries,
      },
    });
  }
  return bundles;
}
const composition = (): JsonObject => ({
  resourceType: 'Composition', id: 'composition-1', status: 'final', type: { text: 'x' }, subject: { display: 'x' }, date: '2024-01-02', author: [{ display: 'x' }], title: 'x',
  section: [{ title: 'x', text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>' } }],
});
