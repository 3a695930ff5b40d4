import { jsonInBody, textInBody } from '../../model/body-content.ts';
import { parse } from '../../fhir/codec/parse.ts';
import { serialize } from '../../fhir/codec/serialize.ts';
import type { FhirResource } from '../../fhir/json.ts';
import { coreDefinitions } from '../../fhir/tables/core.ts';

export function textOf(body: Uint8Array): string { return textInBody(body); }
const objectOf = (value: unknown): Record<string, any> | null => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null);
/** The object in a text of JSON; null for anything else. */
export function jsonOf(text: string): Record<string, any> | null {
  try {
    return objectOf(JSON.parse(text));
  } catch { return null; }
}
/** The resource in a body of FHIR STU3, JSON or XML, in JSON shape, not to be changed; null when there is none. Never throws. */
export function resourceIn(body: Uint8Array): Record<string, any> | null {
  const json = jsonInBody(body);
  if (json !== undefined) return objectOf(json);
  const text = textOf(body).replace(/^\uFEFF/, '').trimStart();
  if (!text.startsWith('<')) return jsonOf(text);
  return parse(body, { definitions: coreDefinitions('stu3'), format: 'xml' }).resource;
}
/** A resource of ours as STU3 in XML. */
export function asXml(resource: FhirResource): string { return serialize(resource, { format: 'xml', definitions: coreDefinitions('stu3') }); }
