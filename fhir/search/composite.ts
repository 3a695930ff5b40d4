import type { Element } from './elements.ts';
import { splitUnescaped } from './escape.ts';
import type { Asked, Match, Scope } from './filter.ts';
import { matcherOf } from './matchers.ts';
import { refuse, shown } from './request.ts';

/** `code$value`: all parts in the same element (FHIR STU3 and R4, Search, composite). Null when a part cannot be compared. */
export function matchComposite(asked: Asked, scope: Scope): Match | null {
  const components = asked.parameter.components ?? [];
  const alternatives: ((root: Element, container: Parameters<Match>[1]) => boolean)[] = [];
  for (const value of asked.values) {
    const parts = splitUnescaped(value, '$');
    if (parts.length !== components.length) refuse(asked.name, 'invalid', `${asked.name}=${shown(value)}: expected ${components.length} parts with $ between them.`, `${asked.name}=${shown(value)}: verwacht ${components.length} delen met $ ertussen.`);
    const matches = components.map((component, index) => matcherOf({ ...asked, values: [parts[index]!] }, component.type, scope));
    if (matches.some((match) => match === null)) return null;
    alternatives.push((root, container) => matches.every((match, index) => components[index]!.extract(root).some((element) => match!(element, container))));
  }
  return (element, container) => alternatives.some((fits) => fits(element, container));
}
