import { isObject } from '../json.ts';
import type { FhirResource } from '../json.ts';
import type { Scope } from './filter.ts';
import { keysBy, orderBy } from './sort.ts';

/**
 * The last `max` of each code and subject, newest first (operation `lastn` on Observation, STU3 and R4). Two observations
 * have the same code when they share a coding, or, without codings, the text. In R4 what has the same time as the last one
 * that counts comes along; STU3 does not say so.
 */
export function lastOfEach(scope: Scope, observations: readonly FhirResource[], max: number): readonly FhirResource[] {
  const date = scope.parameters.find('Observation', 'date');
  const newest = date === null ? observations : [...observations].sort(orderBy(date, true, scope.zone));
  const timeOf = date === null ? () => null : keysBy(date, true, scope.zone);
  const groups = groupsOf(newest);
  const seen = new Map<string, { count: number; last: ReturnType<typeof timeOf> }>();
  return newest.filter((observation) => {
    const group = `${groups.get(observation)} ${subjectOf(observation)}`;
    const [{ count, last }, time] = [seen.get(group) ?? { count: 0, last: null }, timeOf(observation)];
    const tied = scope.definitions.fhir === 'r4' && count >= max && time !== null && time === last;
    if (count >= max && !tied) return false;
    seen.set(group, { count: count + 1, last: time });
    return true;
  });
}
/** Observations that share a coding, directly or by way of others, are one group: translations mean the same thing. */
function groupsOf(observations: readonly FhirResource[]): Map<FhirResource, string> {
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    parent.set(key, root);
    return root;
  };
  const keys = new Map(observations.map((observation) => [observation, keysOf(observation)]));
  for (const [first, ...others] of keys.values()) for (const other of others) parent.set(rootOf(other), rootOf(first!));
  return new Map([...keys].map(([observation, [first]]) => [observation, rootOf(first!)]));
}
function keysOf({ code, id }: FhirResource): string[] {
  if (!isObject(code)) return [`#${String(id)}`];
  const codings = (Array.isArray(code.coding) ? code.coding : []).filter(isObject).filter((coding) => typeof coding.code === 'string').map((coding) => `${String(coding.system ?? '')}|${String(coding.code)}`);
  if (codings.length > 0) return codings;
  return [typeof code.text === 'string' ? `"${code.text}` : `#${String(id)}`];
}
function subjectOf({ subject }: FhirResource): string {
  if (!isObject(subject)) return '';
  if (typeof subject.reference === 'string') return subject.reference;
  return isObject(subject.identifier) ? `${String(subject.identifier.system)}|${String(subject.identifier.value)}` : '';
}
