import type { SearchParameterFacts } from '../definitions/search-parameter.ts';
import { matchComposite } from './composite.ts';
import { matchDate } from './date.ts';
import type { Asked, Match, Scope } from './filter.ts';
import { matchNumber, matchQuantity } from './quantity.ts';
import { matchReference } from './reference.ts';
import { matchString } from './string.ts';
import { matchToken } from './token.ts';
import { matchUri } from './uri.ts';

type Type = SearchParameterFacts['type'];
/** How values of a parameter type are compared; null for a type that has no rule of its own. */
export function matcherOf(asked: Asked, type: Type, scope: Scope): Match | null {
  if (type === 'token') return matchToken(asked, scope);
  if (type === 'reference') return matchReference(asked, scope);
  if (type === 'date') return matchDate(asked, scope);
  if (type === 'string') return matchString(asked);
  if (type === 'number') return matchNumber(asked);
  if (type === 'quantity') return matchQuantity(asked);
  if (type === 'uri') return matchUri(asked);
  return type === 'composite' ? matchComposite(asked, scope) : null;
}
const byType: Readonly<Partial<Record<Type, readonly string[]>>> = { token: ['not', 'text'], string: ['exact', 'contains'], uri: ['below', 'above'] };

/** Modifiers that can be executed on a parameter type. Type names on references are asked for apart. */
export function isModifier(modifier: string, type: Type, fhir: 'stu3' | 'r4'): boolean {
  if (modifier === 'missing') return true;
  // Both are of R4; STU3 has no modifier on Reference.identifier.
  if (modifier === 'identifier') return fhir === 'r4' && type === 'reference';
  if (modifier === 'of-type') return fhir === 'r4' && type === 'token';
  return byType[type]?.includes(modifier) === true;
}
