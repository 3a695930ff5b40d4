import { isObject } from '../json.ts';
import { unescaped } from './escape.ts';
import type { Asked, Match, Scope } from './filter.ts';
import { targetOf } from './reference-target.ts';
import { refuse, shown } from './request.ts';
import { matchToken } from './token.ts';

/** `id`, `Type/id` or an absolute URL; `:Type` limits what a bare id may be; `:identifier` (R4) looks at `Reference.identifier`. */
export function matchReference(asked: Asked, scope: Scope): Match {
  if (asked.modifier === 'identifier') {
    const fits = matchToken({ ...asked, modifier: null }, scope);
    return (element, container) => {
      const { value } = element;
      if (!isObject(value) || !isObject(value.identifier)) return false;
      return fits({ type: 'Identifier', value: value.identifier, holder: value, key: 'identifier', children: null }, container);
    };
  }
  const wanted = new Set(asked.values.map((value) => keyOf(unescaped(value, asked.name), asked, scope)));
  return ({ value }) => {
    const reference = isObject(value) ? value.reference : value;
    if (typeof reference !== 'string') return false;
    const target = targetOf(reference, scope.base);
    if (target.kind === 'contained') return false;
    if (target.kind === 'elsewhere') return wanted.has(target.url) || wanted.has(target.url.split('|')[0]!);
    const typed = asked.modifier === null || asked.modifier === target.type;
    return typed && (wanted.has(`${target.type}/${target.id}`) || wanted.has(`*/${target.id}`));
  };
}
/** A value as `Type/id`, with a star for the type when it may be any, or as the URL that it is. */
function keyOf(value: string, { name, modifier, parameter }: Asked, { index, base }: Scope): string {
  if (value === '') refuse(name, 'invalid', `${name} has no value.`, `${name} heeft geen waarde.`);
  const target = targetOf(value, base);
  if (target.kind === 'local') return `${target.type}/${target.id}`;
  if (target.kind === 'contained') refuse(name, 'invalid', `${name}=${shown(value)}: a contained resource cannot be asked for by its id.`, `${name}=${shown(value)}: een contained resource is niet op id te vragen.`);
  if (!/^[A-Za-z0-9.-]{1,64}$/.test(value)) return value;
  if (modifier !== null) return `${modifier}/${value}`;
  const types = index.typesWithId(value).filter((type) => parameter.targets === null || parameter.targets.has(type));
  // FHIR STU3 and R4, Search, reference: a bare id that names more than one record should fail.
  if (types.length > 1) refuse(name, 'multiple-matches', `${name}=${value} may be ${types.join(' or ')}; write Type/id.`, `${name}=${value} kan ${types.join(' of ')} zijn; schrijf Type/id.`);
  return parameter.targets?.size === 1 ? `${[...parameter.targets][0]}/${value}` : `*/${value}`;
}
