import type { Exchange } from '../../model/exchange.ts';
import { resourceTypes } from './resource-types.ts';

/** A FHIR request target taken apart. `type` is null when no resource type stands in it. */
export interface FhirTarget {
  readonly type: string | null;
  readonly id: string | null;
  /** `$lastn`, `_search`, … */
  readonly operation: string | null;
  /** Decoded, in order of the request. */
  readonly parameters: readonly (readonly [string, string])[];
}

/** Reads `…/Type`, `…/Type/id`, `…/Type/$operation` or `metadata`, with decoded parameters. Never throws. */
export function targetOf(exchange: Exchange): FhirTarget { return parseTarget(exchange.request.target); }
export function parseTarget(target: string): FhirTarget {
  const [path, query] = split(target, '?');
  const segments = path.split('/').filter((one) => one !== '').map(decoded);
  // An id may look like a type, and so may a part of the base: a known type wins.
  const known = segments.findLastIndex((one) => resourceTypes.has(one));
  const at = known >= 0 ? known : segments.findLastIndex((one) => /^[A-Z][A-Za-z]+$/.test(one));
  const rest = at < 0 ? [] : segments.slice(at + 1);
  const operation = rest.find((one) => one.startsWith('$') || one === '_search') ?? null;
  return {
    type: at < 0 ? null : segments[at]!, operation, id: rest[0] !== undefined && rest[0] !== operation ? rest[0] : null,
    parameters: parametersOf(query ?? ''),
  };
}
export function parametersOf(query: string): readonly (readonly [string, string])[] {
  return query.split('&').filter((one) => one !== '').map((one) => {
    const [name, value] = split(one, '=');
    return [decoded(name), decoded((value ?? '').replaceAll('+', ' '))] as const;
  });
}
/** A search: a type without an id, by GET or POST. */
export function isSearch(target: FhirTarget): boolean { return target.type !== null && target.id === null; }

/** The same for every spelling of one query: path, parameters and their alternatives decoded and sorted, patient parameters left out. */
export function normalised(target: FhirTarget, ignore: (name: string) => boolean = () => false): string {
  const parameters = target.parameters.filter(([name]) => !namesPatient(name) && !ignore(name))
    .map(([name, value]) => `${name}=${value.split(',').toSorted().join(',')}`).toSorted();
  return `${target.type ?? ''}/${target.id ?? target.operation ?? ''}?${parameters.join('&')}`;
}
/** Parameters that say how a result looks, not what is in it. */
export function isShaping(name: string): boolean { return /^_(include|revinclude|count|sort|format)$/.test(name); }
export function namesPatient(name: string): boolean { return /^(patient|subject|beneficiary|subscriber)([.:]|$)/.test(name); }

function split(text: string, separator: string): [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
function decoded(text: string): string { try { return decodeURIComponent(text); } catch { return text; } }
