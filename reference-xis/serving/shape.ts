import type { Behaviour } from '../behaviour.ts';
import { objectOf } from '../messages.ts';
import type { Json, JsonObject } from '../messages.ts';
import { recast } from './recast.ts';

/** The resource as it leaves: unchanged, or as a variant or a seeded defect asks. */
export function shaped(stored: JsonObject, behaviour: Behaviour): JsonObject {
  const resource = recast(stored, behaviour);
  const withMeta = behaviour.defect('profile-missing') ? without(resource, ['meta']) : resource;
  const flaws = ['coding-without-system', 'concept-without-text', 'reference-without-display', 'identifier-without-system'] as const;
  if (!flaws.some((id) => behaviour.defect(id))) return withMeta;
  return walk(withMeta, behaviour, '') as JsonObject;
}

function walk(value: Json, behaviour: Behaviour, name: string): Json {
  if (Array.isArray(value)) return value.map((entry) => walk(entry, behaviour, name));
  const object = objectOf(value);
  if (!object) return value;
  const flawed = flaw(object, behaviour, name);
  return Object.fromEntries(Object.entries(flawed).map(([member, inner]) => [member, inner === undefined ? undefined : walk(inner, behaviour, member)]));
}

function flaw(object: JsonObject, behaviour: Behaviour, name: string): JsonObject {
  if (name === 'coding' && behaviour.defect('coding-without-system')) return without(object, ['system']);
  if (name === 'coding' && behaviour.defect('concept-without-text')) return without(object, ['display']);
  if (object['coding'] !== undefined && behaviour.defect('concept-without-text')) return without(object, ['text']);
  if (object['reference'] !== undefined && behaviour.defect('reference-without-display')) return without(object, ['display']);
  if (name === 'identifier' && behaviour.defect('identifier-without-system')) return without(object, ['system']);
  return object;
}
function without(object: JsonObject, members: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([member]) => !members.includes(member)));
}
