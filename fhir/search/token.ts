import type { Definitions } from '../definitions/definitions.ts';
import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import type { Element } from './elements.ts';
import { splitUnescaped, unescaped } from './escape.ts';
import type { Asked, Match, Scope } from './filter.ts';
import { refuse, shown } from './request.ts';
import { folded } from './string.ts';

/** A token as asked. `system` null: any; empty: none. `code` null: any of the system. */
interface Wanted { readonly system: string | null; readonly code: string | null }
/** A token in a resource. `systems` null: the system is implied and not known here. */
interface Token { readonly systems: readonly string[] | null; readonly code: string }

/** `code`, `system|code`, `|code` (no system; a code whose system is implied has one) and `system|`; modifiers `:text`, and `:of-type` in R4. `:not` is the same, turned around by the caller. */
export function matchToken({ name, modifier, values }: Asked, { definitions }: Scope): Match {
  if (modifier === 'text') {
    const starts = values.map((value) => folded(unescaped(value, name)));
    return ({ value, type }) => textsOf(value, type).some((text) => starts.some((start) => folded(text).startsWith(start)));
  }
  if (modifier === 'of-type') return matchIdentifierType(name, values);
  const wanted = values.map((value) => readToken(name, value));
  return (element) => tokensOf(element).some((token) => wanted.some((one) => fits(one, token, definitions)));
}
function readToken(name: string, value: string): Wanted {
  const parts = splitUnescaped(value, '|').map((part) => unescaped(part, name));
  if (parts.length > 2) refuse(name, 'invalid', `${name}=${shown(value)} has more than one |; one that belongs to the value is written as \\|.`, `${name}=${shown(value)} heeft meer dan één |; een | in de waarde wordt geschreven als \\|.`);
  if (parts.length === 1) return { system: null, code: parts[0]! };
  if (parts[0] === '' && parts[1] === '') refuse(name, 'invalid', `${name}=${shown(value)} names neither a system nor a code.`, `${name}=${shown(value)} noemt systeem noch code.`);
  return { system: parts[0]!, code: parts[1] === '' ? null : parts[1]! };
}
function fits(wanted: Wanted, token: Token, definitions: Definitions): boolean {
  if (wanted.system === '' && token.systems?.length !== 0) return false;
  if (wanted.system !== null && wanted.system !== '' && token.systems !== null && !token.systems.includes(wanted.system)) return false;
  if (wanted.code === null || wanted.code === token.code) return true;
  return wanted.code.toLowerCase() === token.code.toLowerCase() && !isCaseSensitive(token, definitions);
}
/** STU3 compares without case; R4 by the code system where it is known, and else without case (Search, token). */
function isCaseSensitive({ systems }: Token, definitions: Definitions): boolean {
  return definitions.fhir === 'r4' && (systems ?? []).some((system) => definitions.codeSystem(system)?.caseSensitive === true);
}
function tokensOf({ value, type, systems }: Element): Token[] {
  if (typeof value === 'boolean') return [{ systems: [], code: String(value) }];
  if (typeof value === 'string' || typeof value === 'number') return [{ systems: type === 'code' ? systems ?? null : [], code: String(value) }];
  if (!isObject(value)) return [];
  if (type === 'CodeableConcept') return list(value.coding).flatMap((coding) => (isObject(coding) ? coded(coding.system, coding.code) : []));
  if (type === 'Identifier') return coded(value.system, value.value);
  if (type === 'ContactPoint') return coded(undefined, value.value);
  return coded(value.system, value.code);
}
const coded = (system: Json | undefined, code: Json | undefined): Token[] => (typeof code === 'string' ? [{ systems: typeof system === 'string' ? [system] : [], code }]
  : typeof system === 'string' ? [{ systems: [system], code: '' }] : []);
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value as readonly Json[] : []);

/** Text that goes with a token: of the concept, displays, and of the type of an identifier. */
function textsOf(value: Json, type: string): string[] {
  if (!isObject(value)) return [];
  const source = type === 'Identifier' ? (isObject(value.type) ? value.type : {}) : value;
  return [source.text, source.display, ...list(source.coding).map((coding) => (isObject(coding) ? coding.display : undefined))].filter((text) => typeof text === 'string');
}
/** `identifier:of-type=system|code|value` of R4. */
function matchIdentifierType(name: string, values: readonly string[]): Match {
  const wanted = values.map((value) => {
    const parts = splitUnescaped(value, '|').map((part) => unescaped(part, name));
    if (parts.length !== 3 || parts.includes('')) refuse(name, 'invalid', `${name}=${shown(value)} is not system|code|value.`, `${name}=${shown(value)} is niet systeem|code|waarde.`);
    return parts as [string, string, string];
  });
  return ({ value, type }) => {
    if (!isObject(value) || type !== 'Identifier' || !isObject(value.type)) return false;
    const codings = list(value.type.coding);
    return wanted.some(([system, code, text]) => value.value === text && codings.some((coding) => isObject(coding) && coding.system === system && coding.code === code));
  };
}
