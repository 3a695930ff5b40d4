import { parse } from '../codec/parse.ts';
import { isObject } from '../json.ts';
import type { FhirResource, Json } from '../json.ts';
import { coreDefinitions } from '../tables/core.ts';
import type { FhirVersion } from '../version.ts';
import type { SourceFile } from './source-file.ts';

/** Kinds of resources that definitions are made of. */
export const definitionTypes: ReadonlySet<string> = new Set(['StructureDefinition', 'ValueSet', 'CodeSystem', 'SearchParameter']);

export type ReadResource =
  | { readonly kind: 'resource'; readonly resource: FhirResource; readonly doubt?: string }
  /** Another type of resource, or a file that is not FHIR. */
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable'; readonly why: string };

const xmlRoot = /^(?:\uFEFF|\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<([A-Za-z]\w*)[\s>]/;

/** Type of the resource in a text, without reading it whole; null when it can't be told cheaply. */
function typeOfXml(text: string): string | null {
  return xmlRoot.exec(text)?.[1] ?? null;
}

/** One file of a package as a resource in JSON shape. */
export function readResource(file: SourceFile, fhir: FhirVersion): ReadResource {
  if (/\.xml$/i.test(file.path)) {
    const type = typeOfXml(Buffer.from(file.bytes.subarray(0, 64 * 1024)).toString('utf8'));
    if (type !== null && !definitionTypes.has(type)) return { kind: 'other' };
    const document = parse(file.bytes, { format: 'xml', definitions: coreDefinitions(fhir) });
    const fault = document.findings.find((finding) => finding.severity === 'error');
    if (document.resource === null) return { kind: 'unreadable', why: fault === undefined ? 'no resource' : `${fault.code}: ${fault.actual}` };
    if (!definitionTypes.has(document.resource.resourceType)) return { kind: 'other' };
    return { kind: 'resource', resource: document.resource, ...(fault !== undefined && { doubt: `${fault.code} at ${fault.expression}: ${fault.actual}` }) };
  }
  let json: Json;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)) as Json;
  } catch (error) {
    return { kind: 'unreadable', why: (error as Error).message };
  }
  if (!isObject(json) || typeof json.resourceType !== 'string' || !definitionTypes.has(json.resourceType)) return { kind: 'other' };
  return { kind: 'resource', resource: json as FhirResource };
}
