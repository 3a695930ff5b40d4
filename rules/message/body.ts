import { keptBeside } from '../../model/beside.ts';
import { jsonInBody, textInBody } from '../../model/body-content.ts';
import type { Exchange, RequestFacts, ResponseFacts } from '../../model/exchange.ts';
import { parse as parseFhir } from '../../fhir/codec/parse.ts';
import { coreDefinitions } from '../../fhir/tables/core.ts';
import { mediaType } from './headers.ts';

export type Part = 'request' | 'response';
/** Loose JSON object: rules check every shape that they use. */
export type Json = { readonly [member: string]: unknown };
/** What a body turned out to be. `json`: an object in JSON shape, also when it was FHIR XML; `other`: JSON, but not an object. */
export type Body =
  | { readonly kind: 'json'; readonly value: Json; readonly format: 'json' | 'xml' }
  | { readonly kind: 'other'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed'; readonly reason: string };

const bodies = keptBeside<RequestFacts | ResponseFacts, Body>();

/** Body of one side of an exchange; parsed once for all rules together. Never throws. */
export function bodyOf(exchange: Exchange, part: Part): Body {
  const facts = exchange[part];
  return facts === null ? { kind: 'empty' } : bodies.of(facts, () => parse(facts));
}

/** The body as JSON object, or null for anything else. */
export function jsonOf(exchange: Exchange, part: Part): Json | null {
  const body = bodyOf(exchange, part);
  return body.kind === 'json' ? body.value : null;
}

export function textOf(exchange: Exchange, part: Part): string {
  const facts = exchange[part];
  return facts === null ? '' : textInBody(facts.body);
}

function parse(facts: RequestFacts | ResponseFacts): Body {
  const json = jsonInBody(facts.body);
  if (json !== undefined) return isObject(json) ? { kind: 'json', value: json, format: 'json' } : { kind: 'other', value: json };
  const text = textInBody(facts.body).trim();
  if (text === '') return { kind: 'empty' };
  if (text.startsWith('<') && !mediaType(facts.headers).includes('json')) return readXml(facts.body);
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { kind: 'json', value, format: 'json' } : { kind: 'other', value };
  } catch {
    return { kind: 'malformed', reason: 'the body does not parse as JSON' };
  }
}

/** The interfaces that are judged speak STU3; what holds no resource of that version (a page of HTML) is malformed here. */
function readXml(body: Uint8Array): Body {
  const { resource } = parseFhir(body, { definitions: coreDefinitions('stu3'), format: 'xml' });
  return resource === null ? { kind: 'malformed', reason: 'the body is no FHIR resource in XML' } : { kind: 'json', value: resource, format: 'xml' };
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The objects of an array; an object by itself counts as a list of one, anything else as none. */
export function objects(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}
export function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
/** Member of an object that is itself an object. */
export function child(value: unknown, name: string): Json | null {
  const member = isObject(value) ? value[name] : undefined;
  return isObject(member) ? member : null;
}
